package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.OnnxType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directories of Stable Diffusion's kind that cannot work say in one message what is wrong. */
class BadFamilyTest {
  private static final Path FAMILIES = Path.of("src/test/resources/families");

  @TempDir Path directory;

  private void copy(String family) throws IOException {
    Path from = FAMILIES.resolve(family);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(from.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  private void assertRefused(String... says) {
    assertThatThrownBy(() -> DiffusionModel.load(directory.toString(), 1))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(says);
  }

  private void replace(String file, String by) throws IOException {
    Files.copy(FAMILIES.resolve(by), directory.resolve(file), StandardCopyOption.REPLACE_EXISTING);
  }

  @ParameterizedTest
  @CsvSource({
    "sd-turbo, tokenizer/vocab.json",
    "sd-turbo, tokenizer/merges.txt",
    "sdxl, text_encoder_2/model.onnx",
    "sdxl, text_encoder_2/config.json",
    "sdxl, tokenizer_2/merges.txt",
    "lcm, scheduler/scheduler_config.json"
  })
  void aMissingFileIsNamed(String family, String file) throws IOException {
    copy(family);
    Files.delete(directory.resolve(file));
    assertRefused(file + " is missing", "expected: diffusers' ONNX layout");
  }

  @ParameterizedTest
  @CsvSource({
    "sdxl, text_encoder_2/model.onnx",
    "sdxl, unet/model.onnx",
    "lcm, vae_decoder/model.onnx",
    "sd-turbo, tiny_vae_decoder/model.onnx"
  })
  void aTruncatedGraphIsNamed(String family, String file) throws IOException {
    copy(family);
    byte[] whole = Files.readAllBytes(directory.resolve(file));
    Files.write(directory.resolve(file), Arrays.copyOf(whole, whole.length / 2));
    assertRefused(file, "expected: ");
  }

  @ParameterizedTest
  @CsvSource({
    "sd-turbo, unet/model.onnx",
    "sdxl, text_encoder/model.onnx",
    "lcm, vae_decoder/model.onnx"
  })
  void aFileThatIsNoGraphIsNamed(String family, String file) throws IOException {
    copy(family);
    Files.writeString(directory.resolve(file), "this is a text");
    assertRefused(file, "expected: ");
  }

  @Test
  void aGraphOfTheWrongTypeIsNamed() {
    OnnxSignature signature =
        new OnnxSignature(
            "unet/model.onnx",
            Map.of("sample", new OnnxSignature.Value(OnnxType.DOUBLE, new int[] {-1, 4, -1, -1})),
            Map.of(),
            OnnxType.FLOAT,
            java.util.Set.of());
    assertThatThrownBy(() -> signature.requireInput("sample", OnnxSignature.FLOATS, 4))
        .hasMessage(
            "unet/model.onnx: sample: DOUBLE with 4 axes (expected: FLOAT or FLOAT16 with 4)");
  }

  @ParameterizedTest
  @CsvSource({"tokenizer/vocab.json, expected: a JSON object", "tokenizer/merges.txt, two pieces"})
  void aTokenizerOfTheWrongKindIsNamed(String file, String expected) throws IOException {
    copy("sd-turbo");
    Files.writeString(directory.resolve(file), "a b c\n");
    assertRefused(file, expected);
  }

  @Test
  void aVocabularyWithoutItsSpecialTokensIsNamed() throws IOException {
    copy("sd-turbo");
    Files.writeString(directory.resolve("tokenizer/vocab.json"), "{\"a\": 0}");
    assertRefused("tokenizer/vocab.json: <|endoftext|>: missing (expected: a whole number)");
  }

  @Test
  void theDenoiserOfAnotherFamilyIsNamedWithTheInputsItShouldHave() throws IOException {
    copy("sd-turbo");
    replace("unet/model.onnx", "sdxl/unet/model.onnx");
    Files.writeString(
        directory.resolve("text_encoder/config.json"),
        "{\"hidden_size\": 20, \"max_position_embeddings\": 77}");
    assertRefused(
        "unet/model.onnx: inputs: [encoder_hidden_states, sample, text_embeds, time_ids, timestep]",
        "(expected: [encoder_hidden_states, sample, timestep])");
  }

  @Test
  void aDenoiserForAnotherTextEncoderIsNamed() throws IOException {
    copy("sd-turbo");
    replace("unet/model.onnx", "sdxl/unet/model.onnx");
    assertRefused("unet/model.onnx: encoder_hidden_states axis 2: 20 (expected: 8)");
  }

  @Test
  void aTextEncoderWithoutHiddenStatesIsNamed() throws IOException {
    copy("sdxl");
    replace("text_encoder/model.onnx", "sd-turbo/text_encoder/model.onnx");
    assertRefused(
        "text_encoder/model.onnx: outputs: [last_hidden_state, pooler_output]",
        "expected: hidden_states.0");
  }

  @Test
  void aTextEncoderWithoutAPooledPromptIsNamed() throws IOException {
    copy("sdxl");
    replace("text_encoder_2/model.onnx", "sdxl/text_encoder/model.onnx");
    assertRefused("text_encoder_2/model.onnx: outputs: ", "expected: text_embeds among them");
  }

  @Test
  void stepsThatTheSchedulerCannotMakeAreNamed() throws IOException {
    copy("lcm");
    Files.writeString(directory.resolve("lukis.json"), "{\"settle\": {\"steps\": 51}}");
    assertRefused("lukis.json: steps", "num_inference_steps: 51 (expected: 1..50)");
  }

  @Test
  void anUnsupportedClassIsNamedWithThoseThatAre() throws IOException {
    copy("sd-turbo");
    Files.writeString(directory.resolve("model_index.json"), "{\"_class_name\": \"FluxPipeline\"}");
    assertRefused(
        "model_index.json: _class_name: FluxPipeline (expected: one of"
            + " LatentConsistencyModelPipeline, LukisMiniPipeline, LukisMiniPaintingPipeline, StableDiffusionPipeline,"
            + " StableDiffusionXLPipeline)");
  }

  @Test
  void aScalingFactorThatIsNoneIsNamed() throws IOException {
    copy("sd-turbo");
    Files.writeString(
        directory.resolve("vae_decoder/config.json"),
        "{\"block_out_channels\": [1], \"scaling_factor\": 0}");
    assertRefused("vae_decoder/config.json: scaling_factor: 0.0 (expected: > 0)");
  }
}
