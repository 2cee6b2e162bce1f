package dev.lukis.model.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.onnx.Device;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.model.onnx.WeightMode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiffusersLayoutTest {
  private static final ExecutionOptions CPU = ExecutionOptions.cpu(1);

  private static ModelLayout layout(String name, ExecutionOptions execution) {
    return Layouts.of(
        ModelDirectory.open("src/test/resources/" + name),
        Optional.empty(),
        Optional.empty(),
        execution,
        HiddenStates.LAST);
  }

  @Test
  void theLayoutIsRecognised() {
    assertThat(layout("families/sd-turbo", CPU)).isInstanceOf(OnnxLayout.class);
    assertThat(layout("pipelines/sd-turbo", CPU)).isInstanceOf(DiffusersLayout.class);
  }

  @ParameterizedTest
  @CsvSource({"unet, true", "text_encoder, true", "vae_decoder, false", "vae_encoder, false"})
  void weightsAreMappedIfAskedForButNotThoseOfAutoencoders(String part, boolean mapped) {
    assertThat(layout("pipelines/sd1", CPU.with(WeightMode.MAPPED)).graph(part).mapped())
        .isEqualTo(mapped);
    assertThat(layout("pipelines/sd1", CPU.with(WeightMode.PACKED)).graph(part).mapped()).isFalse();
  }

  @Test
  void weightsThatFitTwiceArePacked() {
    assertThat(layout("pipelines/sd1", CPU).weights()).isEqualTo("packed");
  }

  @ParameterizedTest
  @CsvSource({"unet, FLOAT16", "text_encoder, FLOAT16", "vae_decoder, FLOAT", "vae_encoder, FLOAT"})
  void gpusComputeInHalfPrecisionButForADecoderThatWouldOverflow(String part, OnnxType precision) {
    ModelLayout layout = layout("pipelines/sdxl", ExecutionOptions.of(Device.cuda(0), 1));
    assertThat(layout.config(part).bool("force_upcast", false)).isEqualTo(part.startsWith("vae"));
    OnnxSignature signature = OnnxSignature.read(layout.graph(part));
    assertThat(signature.precision()).isEqualTo(precision);
    assertThat(layout.graph(part).mapped()).isFalse();
  }

  @Test
  void halfWeightsTakeTwiceTheirSizeOnAProcessor() {
    ModelLayout processor = layout("pipelines/sd2-velocity", CPU);
    ModelLayout gpu = layout("pipelines/sd2-velocity", ExecutionOptions.of(Device.cuda(0), 1));
    assertThat(processor.bytes(List.of("unet"))).isEqualTo(2 * gpu.bytes(List.of("unet")));
  }

  @Test
  void anEncoderIsMadeWhenItIsAskedFor() {
    OnnxSignature signature =
        OnnxSignature.read(layout("pipelines/sd1", CPU).graph(ModelLayout.ENCODER));
    assertThat(signature.inputs()).containsOnlyKeys("sample");
    assertThat(signature.firstOutput()).isEqualTo("latent_parameters");
  }

  @ParameterizedTest
  @CsvSource({"sd1, 8", "sdxs, 8", "unusual, 4"})
  void pixelsForEachLatentFollowFromTheStages(String pipeline, int factor) {
    assertThat(layout("pipelines/" + pipeline, CPU).spatialFactor()).isEqualTo(factor);
  }

  @Test
  void aTinyDecoderOfAnotherScaleIsRefused() {
    assertThatThrownBy(
            () ->
                Layouts.of(
                    ModelDirectory.open("src/test/resources/pipelines/unusual"),
                    Optional.empty(),
                    Optional.of("src/test/resources/pipelines/sdxs/vae"),
                    CPU,
                    HiddenStates.LAST))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("8 pixels for each latent (expected: 4, as the model's own decoder)");
  }
}
