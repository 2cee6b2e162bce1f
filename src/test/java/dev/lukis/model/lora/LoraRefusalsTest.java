package dev.lukis.model.lora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.WeightMode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoraRefusalsTest {
  private static final LoraFixture SD1 = new LoraFixture("sd1", WeightMode.PACKED);

  /** A module of the pipeline: [8, 8]. */
  private static final String MODULE =
      "lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q";

  private static final String DOWN = MODULE + ".lora_down.weight";
  private static final String UP = MODULE + ".lora_up.weight";

  @TempDir Path folder;
  private final Map<String, long[]> tensors = new LinkedHashMap<>();
  private float value = 1;

  private void good() {
    tensors.put(DOWN, new long[] {2, 8});
    tensors.put(UP, new long[] {8, 2});
  }

  private Path write(String metadata) throws IOException {
    StringBuilder header = new StringBuilder("{\"__metadata__\":" + metadata);
    int at = 0;
    for (Map.Entry<String, long[]> each : tensors.entrySet()) {
      int end =
          at + 4 * (int) List.of(each.getValue()).stream().mapToLong(LoraRefusalsTest::size).sum();
      header.append(
          ",\""
              + each.getKey()
              + "\":{\"dtype\":\"F32\",\"shape\":"
              + java.util.Arrays.toString(each.getValue())
              + ",\"data_offsets\":["
              + at
              + ","
              + end
              + "]}");
      at = end;
    }
    byte[] text = header.append("}").toString().getBytes(StandardCharsets.UTF_8);
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + text.length + at)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(text.length)
            .put(text);
    while (bytes.hasRemaining()) {
      bytes.putFloat(value);
    }
    return Files.write(folder.resolve("x.safetensors"), bytes.array());
  }

  private static long size(long[] sizes) {
    return java.util.Arrays.stream(sizes).reduce(1, (a, b) -> a * b);
  }

  private ModelLayout with(String metadata) throws IOException {
    return SD1.layout().with(List.of(LoraSource.parse(write(metadata) + "=1")), LoraFiles.LOCAL);
  }

  private void assertRefused(String... says) {
    assertThatThrownBy(() -> with("{}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(says)
        .message()
        .hasLineCount(1);
  }

  @Test
  void aFileThatIsRightIsRead() throws IOException {
    good();
    assertThat(with("{}").loras().reports().get(0).modules()).containsEntry("unet", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "dora_scale, a DoRA",
    "hada_w1_a, a LoHa",
    "lokr_w1, a LoKr",
    "on_input, an IA3",
    "oft_blocks, an OFT",
    "diff, a full difference of weights",
    "diff_b, a full difference of weights",
    "a1.weight, a GLoRA",
    "lora_magnitude_vector.weight, a DoRA"
  })
  void otherAdaptersAreRefusedByWhatTheyAre(String tensor, String what) {
    good();
    tensors.put(MODULE + "." + tensor, new long[] {8});
    assertRefused("x.safetensors: " + what, "(expected: a LoRA of kohya's, PEFT's or diffusers'");
  }

  @ParameterizedTest
  @CsvSource({
    "lora_controlnet_input_hint_block_0.lora_down.weight, a ControlNet",
    "image_proj.latents, an IP-Adapter",
    "lora_unet_double_blocks_0_img_attn_qkv.lora_down.weight, 'for Flux, SD3 or alike'",
    "transformer.transformer_blocks.0.attn.to_q.lora_A.weight, 'for Flux, SD3 or alike'",
    "emb_params, token embeddings",
    "model.diffusion_model.input_blocks.0.0.weight, a whole checkpoint"
  })
  void otherFilesAreRefusedByWhatTheyAre(String tensor, String what) {
    tensors.put(tensor, new long[] {8});
    assertRefused("x.safetensors: " + what);
  }

  @Test
  void aDoraInPeftsConfigurationIsRefused() {
    tensors.put("unet.conv_in.lora_A.weight", new long[] {2, 4, 3, 3});
    tensors.put("unet.conv_in.lora_B.weight", new long[] {8, 2, 1, 1});
    assertThatThrownBy(
            () ->
                with(
                    "{\"lora_adapter_metadata\":\"{\\\"unet.use_dora\\\": true, \\\"unet.r\\\": 2}\"}"))
        .hasMessageContaining("unet.use_dora: true (expected: false; a DoRA is not supported)");
  }

  @Test
  void modulesThatTheModelLacksAreListed() {
    good();
    for (int i = 7; i < 12; i++) {
      tensors.put(
          MODULE.replace("down_blocks_0", "down_blocks_" + i) + ".lora_down.weight",
          new long[] {2, 8});
      tensors.put(
          MODULE.replace("down_blocks_0", "down_blocks_" + i) + ".lora_up.weight",
          new long[] {8, 2});
    }
    assertThatThrownBy(() -> with("{\"ss_base_model_version\":\"sdxl_base_v1-0\"}"))
        .hasMessageContainingAll(
            "x.safetensors: 5 of 6 modules are not in the model: lora_unet_down_blocks_10_",
            ", ... (expected: a LoRA for this kind of model; it was made for sdxl_base_v1-0)");
  }

  @Test
  void sizesThatDoNotFitAreRefused() {
    tensors.put(DOWN, new long[] {2, 12});
    tensors.put(UP, new long[] {8, 2});
    assertRefused(MODULE + ": [8, 2] x [2, 12] (expected: what makes the model's [8, 8];");
    tensors.put(DOWN, new long[] {3, 8});
    assertRefused("[8, 2] x [3, 8]");
    tensors.put(DOWN, new long[] {2, 8});
    tensors.put(UP, new long[] {2, 8});
    assertRefused("[2, 8] x [2, 8]");
  }

  @Test
  void halvesOfAPairAreRefused() {
    tensors.put(DOWN, new long[] {2, 8});
    assertRefused(MODULE + ": no up (expected: both)");
    tensors.clear();
    tensors.put(UP, new long[] {8, 2});
    assertRefused(MODULE + ": no down (expected: both)");
    tensors.clear();
    tensors.put(MODULE + ".alpha", new long[] {});
    assertRefused(MODULE + ": no down");
  }

  @Test
  void aRankOfNothingIsRefused() {
    tensors.put(DOWN, new long[] {0, 8});
    tensors.put(UP, new long[] {8, 0});
    assertRefused("[0, 8] and [8, 0] (expected: a rank of at least 1)");
    tensors.put(DOWN, new long[] {});
    tensors.put(UP, new long[] {});
    assertRefused("[] and [] (expected: a rank of at least 1)");
  }

  @Test
  void sizesThatNoModelHasAreRefused() {
    tensors.put(DOWN, new long[] {3_000_000_000L, 0});
    tensors.put(UP, new long[] {8, 0});
    assertRefused("[3000000000, 0]");
    tensors.put(DOWN, new long[] {1, 8});
    tensors.put(UP, new long[] {});
    assertRefused("lora_up.weight: sizes: [] (expected: 1 axes of some length)");
    tensors.put(DOWN, new long[] {1});
    tensors.put(UP, new long[] {8, 1});
    assertRefused("[8, 1] x [1] (expected: what makes the model's [8, 8]");
  }

  @Test
  void twoNamesOfOneModuleAreRefused() {
    good();
    String dotted = "unet.down_blocks.0.attentions.0.transformer_blocks.0.attn1.to_q.lora_A.weight";
    tensors.put(dotted, new long[] {2, 8});
    tensors.put(dotted.replace("lora_A", "lora_B"), new long[] {8, 2});
    assertRefused("attn1.to_q.weight a second time (expected: once)");
    tensors.clear();
    good();
    tensors.put(DOWN.replace("lora_down", "lora_A"), new long[] {2, 8});
    assertRefused("a second one (expected: one for each module)");
  }

  @Test
  void anUnknownTensorIsNamed() {
    good();
    tensors.put(MODULE + ".gate", new long[] {8});
    assertRefused(MODULE + ".gate (expected: only tensors of a LoRA");
    tensors.clear();
    assertRefused("0 tensors (expected: a LoRA");
  }

  @Test
  void alphaIsOneFiniteNumber() {
    good();
    tensors.put(MODULE + ".alpha", new long[] {2});
    assertRefused("alpha: [2] (expected: one number)");
    tensors.put(MODULE + ".alpha", new long[] {});
    value = Float.NaN;
    assertRefused("alpha / rank: NaN (expected: a finite number)");
  }

  @Test
  void valuesThatAreNotFiniteAreRefusedWhenTheGraphIsLoaded() throws IOException {
    good();
    value = Float.POSITIVE_INFINITY;
    ModelLayout layout = with("{}");
    assertThatThrownBy(() -> layout.graph("unet").weights())
        .hasMessageContaining("x.safetensors: " + MODULE)
        .hasMessageContaining("Infinity (expected: finite)");
  }

  @Test
  void peftsOwnFileNeedsItsConfiguration() {
    tensors.put("base_model.model.conv_in.lora_A.weight", new long[] {2, 4, 3, 3});
    tensors.put("base_model.model.conv_in.lora_B.weight", new long[] {8, 2, 1, 1});
    assertRefused("x.safetensors: adapter_config.json is missing");
  }

  @Test
  void patternsOfAHostileConfigurationAreNotRun() {
    tensors.put("unet.conv_in.lora_A.weight", new long[] {2, 4, 3, 3});
    tensors.put("unet.conv_in.lora_B.weight", new long[] {8, 2, 1, 1});
    String config =
        "{\\\"unet.r\\\": 2, \\\"unet.alpha_pattern\\\": {\\\"(a+)+b\\\": 1}, \\\"unet.lora_alpha\\\": 1}";
    assertThatThrownBy(() -> with("{\"lora_adapter_metadata\":\"" + config + "\"}"))
        .hasMessageContaining("(a+)+b: a pattern (expected: the name of a module)");
    assertThatThrownBy(() -> with("{\"lora_adapter_metadata\":\"[\"}"))
        .hasMessageContaining("lora_adapter_metadata: no JSON");
  }

  @Test
  void onnxGraphsTakeNoLoras() throws IOException {
    good();
    Path file = write("{}");
    try (var directory =
        dev.lukis.model.files.ModelDirectory.open("src/test/resources/families/sd-turbo")) {
      ModelLayout layout =
          dev.lukis.model.layout.Layouts.of(
              directory,
              java.util.Optional.empty(),
              java.util.Optional.empty(),
              dev.lukis.model.onnx.ExecutionOptions.cpu(1),
              dev.lukis.model.graph.HiddenStates.LAST);
      assertThatThrownBy(() -> layout.with(List.of(LoraSource.parse("" + file)), LoraFiles.LOCAL))
          .hasMessageContaining("(expected: none, since sd-turbo has ONNX graphs");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.pt", "x.ckpt", "x.bin"})
  void picklesAreNeverOpened(String name) {
    assertThatThrownBy(() -> LoraFiles.LOCAL.file(folder.resolve(name).toString()))
        .hasMessageContainingAll("lukis.loras: " + name + ": a pickle, which can run code");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> LoraFiles.LOCAL.file("org/name"))
        .hasMessageContaining("lukis.loras: org/name: no such file");
  }

  @ParameterizedTest
  @CsvSource({
    "a.safetensors, a.safetensors, 1",
    "a.safetensors=0.8, a.safetensors, 0.8",
    "' org/name:b.safetensors = -1.5 ', org/name:b.safetensors, -1.5",
    "a=b.safetensors=2, a=b.safetensors, 2"
  })
  void settingsAreLocationsAndWeights(String text, String location, double weight) {
    assertThat(LoraSource.parse(text)).isEqualTo(new LoraSource(location, weight));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "=1", "a.safetensors=", "a.safetensors=x", "a=NaN", "a=11", "a=-10.5"})
  void otherSettingsAreRefused(String text) {
    assertThatThrownBy(() -> LoraSource.parse(text))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("lukis.loras: ")
        .hasMessageContaining("(expected: ");
  }
}
