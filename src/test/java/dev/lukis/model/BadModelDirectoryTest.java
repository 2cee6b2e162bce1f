package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way to break a model directory ends in one message that names file and expectation. */
class BadModelDirectoryTest {
  private static final Path EMBEDDED = Path.of("src/main/resources/models/lukis-mini");

  @TempDir Path directory;

  @BeforeEach
  void copyTheEmbeddedModel() throws IOException {
    try (Stream<Path> files = Files.walk(EMBEDDED)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = directory.resolve(EMBEDDED.relativize(file));
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

  private void replace(String file, String text, String by) throws IOException {
    Path path = directory.resolve(file);
    String before = Files.readString(path);
    String after = before.replaceAll(text, by);
    if (after.equals(before)) {
      throw new AssertionError(file + " has no " + text);
    }
    Files.writeString(path, after);
  }

  @Test
  void theCopyItselfIsAccepted() {
    DiffusionModel.load(directory.toString(), 1).close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model_index.json",
        "tokenizer/tokenizer.json",
        "text_encoder/config.json",
        "text_encoder/model.onnx",
        "unet/config.json",
        "unet/model.onnx",
        "vae_decoder/config.json",
        "vae_decoder/model.onnx",
        "scheduler/scheduler_config.json"
      })
  void aMissingFileIsNamed(String file) throws IOException {
    Files.delete(directory.resolve(file));
    assertRefused(file + " is missing", "expected: diffusers' ONNX layout");
  }

  @Test
  void aMissingDirectoryIsNamed() {
    assertThatThrownBy(() -> DiffusionModel.load("/no/such/model", 1))
        .hasMessage(
            "lukis.model: /no/such/model (expected: a directory, org/name of the Hub, or classpath:<folder>)");
    assertThatThrownBy(() -> DiffusionModel.load("classpath:models/none", 1))
        .hasMessageContaining("model_index.json is missing");
  }

  @Test
  void aGraphWithOtherInputsIsNamedWithTheInputsItShouldHave() throws IOException {
    Files.copy(
        directory.resolve("text_encoder/model.onnx"),
        directory.resolve("unet/model.onnx"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    assertRefused(
        "unet/model.onnx: inputs: [input_ids]",
        "expected: [encoder_hidden_states, sample, timestep]");
  }

  @Test
  void aGraphThatDoesNotFitItsConfigIsNamed() throws IOException {
    replace("unet/config.json", "\"in_channels\": \\d+", "\"in_channels\": 5");
    assertRefused("unet/model.onnx: sample axis 1: ", "(expected: 5)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unet/model.onnx", "vae_decoder/model.onnx", "text_encoder/model.onnx"})
  void aTruncatedGraphIsNamed(String file) throws IOException {
    byte[] whole = Files.readAllBytes(directory.resolve(file));
    Files.write(directory.resolve(file), java.util.Arrays.copyOf(whole, whole.length / 2));
    assertRefused(file + ": cannot be ", "expected: an ONNX graph");
  }

  @Test
  void aBrokenTokenizerIsNamed() throws IOException {
    Files.writeString(directory.resolve("tokenizer/tokenizer.json"), "{}");
    assertRefused(
        "tokenizer/tokenizer.json: cannot be loaded", "expected: a Hugging Face tokenizer");
  }

  @Test
  void aConfigThatIsNoJsonIsNamed() throws IOException {
    Files.writeString(directory.resolve("unet/config.json"), "not json");
    assertRefused("unet/config.json: not readable as JSON");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamed() throws IOException {
    replace("unet/config.json", "\"sample_size\": \\d+", "\"sample_size\": \"big\"");
    assertRefused("unet/config.json: sample_size: \"big\" (expected: a whole number)");
  }

  @Test
  void anotherPipelineClassIsNamed() throws IOException {
    replace("model_index.json", "LukisMiniPipeline", "FluxPipeline");
    assertRefused(
        "model_index.json: _class_name: FluxPipeline (expected: one of"
            + " LatentConsistencyModelPipeline, LukisMiniPipeline, LukisMiniPaintingPipeline, StableDiffusionPipeline,"
            + " StableDiffusionXLPipeline)");
  }

  @Test
  void anUnsupportedSchedulerIsNamed() throws IOException {
    replace(
        "scheduler/scheduler_config.json", "FlowMatchEulerDiscreteScheduler", "EDMEulerScheduler");
    assertRefused(
        "scheduler_config.json: _class_name: EDMEulerScheduler", "EulerDiscreteScheduler");
  }

  @Test
  void aSchedulerSettingThatWouldChangeThePictureIsNotIgnored() throws IOException {
    replace("scheduler/scheduler_config.json", "\\{", "{\"invert_sigmas\": true,");
    assertRefused("scheduler_config.json: invert_sigmas: true", "false");
  }

  @Test
  void aSteeringMeasureOutOfRangeIsNamed() throws IOException {
    replace("lukis.json", "\"steer_noise\": 0.45", "\"steer_noise\": 1.5");
    assertRefused("lukis.json: steer_noise: 1.5 (expected: 0..1)");
  }

  @Test
  void aModelMaySayHowLongItsDraftsCanBeSteered() throws IOException {
    replace("lukis.json", "\"steer_noise\": 0.45", "\"steer_noise\": 0.25");
    try (DiffusionModel model = DiffusionModel.load(directory.toString(), 1)) {
      assertThat(model.card().steerNoise()).isEqualTo(0.25f);
    }
  }

  @Test
  void aPlanWithoutStepsIsNamed() throws IOException {
    replace("lukis.json", "\"steps\": \\d+", "\"steps\": 0");
    assertRefused("lukis.json: draft: steps: 0 (expected: >= 1)");
  }
}
