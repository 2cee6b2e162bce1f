package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.cli.ModelCheck;
import dev.lukis.model.files.ModelException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Directories in diffusers' own layout that cannot work say in one message what is wrong. */
class BadSavedPipelineTest {
  private static final Path PIPELINES = Path.of("src/test/resources/pipelines");

  @TempDir Path directory;

  private void copy(String name) throws IOException {
    Path from = PIPELINES.resolve(name);
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
        .hasMessageContainingAll(says)
        .hasMessageContaining("(expected: ")
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "model_index.json",
    "unet/config.json",
    "vae/config.json",
    "text_encoder/config.json",
    "scheduler/scheduler_config.json",
    "tokenizer/vocab.json",
    "tokenizer/merges.txt"
  })
  void aMissingFileIsNamed(String file) throws IOException {
    copy("sd1");
    Files.delete(directory.resolve(file));
    assertRefused(file + " is missing");
  }

  @ParameterizedTest
  @CsvSource({"sd1, unet", "sd1, vae", "sd1, text_encoder", "sdxl, text_encoder_2", "sdxl, unet"})
  void missingWeightsAreNamed(String name, String part) throws IOException {
    copy(name);
    try (Stream<Path> files = Files.list(directory.resolve(part))) {
      for (Path file : files.filter(it -> it.toString().contains("safetensors")).toList()) {
        Files.delete(file);
      }
    }
    assertRefused(part + "/*.safetensors is missing");
  }

  @ParameterizedTest
  @CsvSource({
    "sd1, unet/diffusion_pytorch_model.safetensors",
    "sd1, text_encoder/model.safetensors",
    "sdxl, unet/diffusion_pytorch_model-00002-of-00004.safetensors",
    "sd2-velocity, unet/diffusion_pytorch_model.fp16.safetensors"
  })
  void weightsThatAreCutOffAreNamed(String name, String file) throws IOException {
    copy(name);
    byte[] whole = Files.readAllBytes(directory.resolve(file));
    Files.write(directory.resolve(file), Arrays.copyOf(whole, whole.length - 100));
    assertRefused(file + ": ", "may be cut off");
  }

  @Test
  void picklesAreRefusedForWhatTheyAre() throws IOException {
    copy("sd1");
    Files.move(
        directory.resolve("unet/diffusion_pytorch_model.safetensors"),
        directory.resolve("unet/diffusion_pytorch_model.bin"));
    assertRefused("unet/diffusion_pytorch_model.bin: a pickle, which can run code");
  }

  @Test
  void weightsThatDoNotFitEachOtherEndTheCheckWithOneLine() throws IOException {
    copy("sd1");
    Path file = directory.resolve("unet/diffusion_pytorch_model.safetensors");
    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
    String name = "\"down_blocks.1.resnets.0.conv_shortcut.weight\":{\"dtype\":\"F32\",\"shape\":";
    assertThat(bytes).contains(name + "[16,8,1,1]");
    Files.writeString(
        file, bytes.replace(name + "[16,8,1,1]", name + "[8,16,1,1]"), StandardCharsets.ISO_8859_1);
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        ModelCheck.run(
            List.of(directory.toString(), "--device", "cpu"),
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("unet: cannot be ")
        .contains("(expected: ")
        .hasLineCount(1);
  }

  @Test
  void aModelThatEditsPicturesIsRefused() throws IOException {
    copy("sd1");
    Path config = directory.resolve("unet/config.json");
    Files.writeString(
        config, Files.readString(config).replace("\"in_channels\": 4", "\"in_channels\": 9"));
    assertRefused("in_channels: 9 (expected: 4, as out_channels; models that edit pictures");
  }

  @Test
  void aTextEncoderOfAnotherWidthIsNamed() throws IOException {
    copy("sd1");
    Path config = directory.resolve("text_encoder/config.json");
    Files.writeString(
        config, Files.readString(config).replace("\"hidden_size\": 16", "\"hidden_size\": 24"));
    assertRefused("unet: encoder_hidden_states axis 2: 16 (expected: 24)");
  }

  /** As the cache of Hugging Face's client lays files out; ONNX Runtime refuses such links. */
  @Test
  void filesMayBeLinksToOtherFolders() throws IOException {
    copy("sd1");
    Path blobs = Files.createDirectory(directory.resolve("blobs"));
    Path snapshot = directory.resolve("snapshots/0123");
    int count = 0;
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path blob = blobs.resolve("blob" + count++);
        Path link = snapshot.resolve(directory.relativize(file));
        Files.move(file, blob);
        Path parent = Files.createDirectories(Objects.requireNonNull(link.getParent()));
        Files.createSymbolicLink(link, parent.relativize(blob));
      }
    }
    try (DiffusionModel model = DiffusionModel.load(snapshot.toString(), 1)) {
      assertThat(model.report().family()).isEqualTo("StableDiffusionPipeline");
      assertThat(model.card().width()).isEqualTo(96);
      assertThat(model.card().height()).isEqualTo(64);
      assertThat(model.card().resizable()).isTrue();
    }
  }

  /** Old files of diffusers do not write it. */
  @Test
  void aScalingFactorThatIsMissingIsThatOfStableDiffusion() throws IOException {
    copy("sd1");
    Path config = directory.resolve("vae/config.json");
    Files.writeString(
        config, Files.readString(config).replaceFirst("\"scaling_factor\": [0-9.]+,", ""));
    try (DiffusionModel model = DiffusionModel.load(directory.toString(), 1)) {
      assertThat(model.report().previews()).isEqualTo("a linear map of the latents");
    }
  }
}
