package dev.lukis.model.lora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.WeightMode;
import dev.lukis.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** LoRAs that peft, diffusers and kohya's trainer write, against PyTorch's merged weights. */
class MergedWeightsTest {
  private static final double TOLERANCE = 1e-4;

  /** Of kohya's and PEFT's files: half precision changes what a delta is by so much. */
  private static void assertSame(Tensor actual, Tensor expected, String what) {
    assertThat(actual.shape()).as(what).isEqualTo(expected.shape());
    assertThat(distance(actual, expected)).as(what).isLessThan(TOLERANCE);
  }

  /** The largest difference as a share of the largest value, which counts as at least 1. */
  private static double distance(Tensor actual, Tensor expected) {
    double largest = 1;
    double difference = 0;
    for (int i = 0; i < expected.data().length; i++) {
      largest = Math.max(largest, Math.abs(expected.data()[i]));
      difference = Math.max(difference, Math.abs(expected.data()[i] - actual.data()[i]));
    }
    return difference / largest;
  }

  private static void check(String pipeline, String loras, WeightMode mode, List<String> parts) {
    LoraFixture fixture = new LoraFixture(pipeline, mode);
    ModelLayout layout = fixture.layout(loras);
    for (String part : parts) {
      Tensor expected = fixture.expected(loras + "." + part);
      assertSame(fixture.computed(layout, part), expected, loras + " " + part);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "diffusers.safetensors@0.7",
    "kohya.safetensors@1.0",
    "diffusers.safetensors@0.8+kohya.safetensors@-0.6",
    "locon.safetensors@1.0",
    "linear-layer.safetensors@1.0",
    "processors.safetensors@1.0",
    "peft/adapter_model.safetensors@1.0",
    "tucker.safetensors@1.0"
  })
  void aLoraChangesWhatItChangesInPyTorch(String loras) {
    check("sd1", loras, WeightMode.PACKED, List.of("unet", "text_encoder"));
  }

  @ParameterizedTest
  @CsvSource({"kohya.safetensors@1.0", "diffusers.safetensors@0.5"})
  void aLoraOfXlChangesAllThreeNetworks(String loras) {
    check("sdxl", loras, WeightMode.PACKED, List.of("unet", "text_encoder", "text_encoder_2"));
  }

  @Test
  void mappedWeightsAreChangedLikePackedOnes() {
    check("sd1", "kohya.safetensors@1.0", WeightMode.MAPPED, List.of("unet", "text_encoder"));
    check("sdxl", "kohya.safetensors@1.0", WeightMode.MAPPED, List.of("unet", "text_encoder_2"));
  }

  @Test
  void aWeightOfZeroChangesNothingAndOneWithoutIsTheModel() {
    LoraFixture fixture = new LoraFixture("sd1", WeightMode.PACKED);
    Tensor plain = fixture.computed(fixture.layout(), "unet");
    Tensor zero = fixture.computed(fixture.layout("kohya.safetensors@0"), "unet");
    Tensor half = fixture.computed(fixture.layout("kohya.safetensors@0.5"), "unet");
    assertThat(zero.data()).isEqualTo(plain.data());
    assertThat(distance(half, plain)).isGreaterThan(0.1);
  }

  @Test
  void theModelIsThatOfItsFileAgainWhenLorasAreTakenAway() {
    LoraFixture fixture = new LoraFixture("sd1", WeightMode.PACKED);
    ModelLayout changed = fixture.layout("locon.safetensors@1.0");
    ModelLayout back = changed.with(List.of(), LoraFiles.LOCAL);
    assertThat(fixture.computed(back, "unet").data())
        .isEqualTo(fixture.computed(fixture.layout(), "unet").data());
    assertThat(back.loras().reports()).isEmpty();
  }

  @Test
  void onlyChangedWeightsAreHeldInMemory() {
    LoraFixture fixture = new LoraFixture("sd1", WeightMode.MAPPED);
    ModelLayout layout = fixture.layout("peft/adapter_model.safetensors@1.0");
    GraphSource unet = layout.graph("unet");
    assertThat(unet.weights().keySet()).isNotEmpty().allMatch(name -> name.contains(".attn"));
    assertThat(layout.graph("text_encoder").weights()).isEmpty();
    assertThat(layout.loras().changes("text_encoder")).isFalse();
  }

  @Test
  void aReportCountsWhatIsChanged() {
    LoraFixture fixture = new LoraFixture("sdxl", WeightMode.PACKED);
    LoraReport report = fixture.layout("kohya.safetensors@1.0").loras().reports().get(0);
    assertThat(report.modules()).containsOnlyKeys("unet", "text_encoder", "text_encoder_2");
    assertThat(report.modules()).containsEntry("text_encoder", 18);
    assertThat(report.words())
        .startsWith(
            "kohya.safetensors x 1.0; kohya, rank 3 to 4; text_encoder 18, text_encoder_2 ");
    assertThat(Arrays.asList(report.words().split("\n"))).hasSize(1);
  }
}
