package dev.lukis.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelSettings;
import dev.lukis.model.ModelSource;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sampler that the operator chooses in place of the model's own. */
class SamplerSettingTest {
  private static final String GUIDED = "src/test/resources/families/sd-guided";

  private static DiffusionModel load(String location, Optional<String> sampler) {
    return DiffusionModel.load(
        ModelSource.of(location).withSettings(new ModelSettings(sampler, OptionalInt.empty())),
        ExecutionOptions.cpu(1));
  }

  private static float[] paint(Optional<String> sampler) {
    ImageSpec request = new ImageSpec("a red balloon", "blurry", 7, 96, 64, 4, 2);
    try (DiffusionPipeline pipeline = new DiffusionPipeline(load(GUIDED, sampler))) {
      Generation generation = pipeline.begin(request, pipeline.encode(request));
      while (!generation.finished()) {
        pipeline.step(List.of(generation));
      }
      Tensor pixels = pipeline.decode(List.of(generation)).get(0);
      return pixels.data();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pndm", "heun", "deis", "unipc-karras", "dpmpp-2m-karras", "Euler-A", "lcm"})
  void aNamedSamplerPaintsAnotherPicture(String name) {
    float[] named = paint(Optional.of(name));
    for (float value : named) {
      assertThat(value).isFinite();
    }
    assertThat(named).isNotEqualTo(paint(Optional.empty()));
  }

  @Test
  void theModelsOwnSamplerByNamePaintsTheSamePicture() {
    assertThat(paint(Optional.of("ddim"))).isEqualTo(paint(Optional.empty()));
  }

  @Test
  void anUnknownNameIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> load(GUIDED, Optional.of("best")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("sampler: best (expected: one of ddim, deis,");
  }

  @Test
  void aFlowModelIsRefusedASamplerOfAnotherKind() {
    assertThatThrownBy(() -> load("classpath:models/lukis-mini", Optional.of("unipc")))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("not UniPCMultistepScheduler");
  }
}
