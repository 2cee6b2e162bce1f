package dev.lukis.model.weights;

import static dev.lukis.model.weights.CraftedFile.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFilesTest {
  private static final String PLAIN = "diffusion_pytorch_model.safetensors";
  private static final String HALF = "diffusion_pytorch_model.fp16.safetensors";

  @TempDir Path root;
  private Path folder = Path.of("");

  @BeforeEach
  void makeTheFolder() throws IOException {
    folder = Files.createDirectory(root.resolve("unet"));
  }

  private void write(String file, String tensor) throws IOException {
    CraftedFile.write(folder.resolve(file), "{" + entry(tensor, 1, 0, 4) + "}", 4);
  }

  private TensorTable read(boolean half) {
    return WeightFiles.read(ModelDirectory.open(root.toString()), "unet", half);
  }

  private void assertRefused(String... says) {
    assertThatThrownBy(() -> read(false))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(says)
        .message()
        .hasLineCount(1);
  }

  @Test
  void halfPrecisionIsTakenWhereItIsWantedOrAlone() throws IOException {
    write(HALF, "half");
    assertThat(read(false).contains("half")).isTrue();
    write(PLAIN, "single");
    assertThat(read(false).contains("single")).isTrue();
    assertThat(read(true).contains("half")).isTrue();
  }

  @Test
  void shardsThatAnIndexNamesAreOneTable() throws IOException {
    write("model-00001-of-00002.safetensors", "a");
    write("model-00002-of-00002.safetensors", "b");
    Files.writeString(
        folder.resolve("model.safetensors.index.json"),
        "{\"metadata\": {\"total_size\": 8}, \"weight_map\": {\"a\":"
            + " \"model-00001-of-00002.safetensors\", \"b\": \"model-00002-of-00002.safetensors\"}}");
    assertThat(read(false).tensors()).containsOnlyKeys("a", "b");
    assertThat(read(false).files()).hasSize(2);
  }

  @Test
  void anIndexThatNamesWhatIsNotThereIsRefused() throws IOException {
    write("one.safetensors", "a");
    Path index = folder.resolve("model.safetensors.index.json");
    Files.writeString(index, "{\"weight_map\": {\"b\": \"one.safetensors\"}}");
    assertRefused("unet/model.safetensors.index.json: b: not in its shard");
    Files.writeString(index, "{\"weight_map\": {\"b\": \"two.safetensors\"}}");
    assertRefused("unet/two.safetensors is missing");
    Files.writeString(index, "{\"weight_map\": {\"b\": \"../one.safetensors\"}}");
    assertRefused("../one.safetensors (expected: files of the same folder)");
    Files.writeString(index, "{\"weight_map\": {}}");
    assertRefused("weight_map: empty");
  }

  @Test
  void aPickleIsRefusedForWhatItIs() throws IOException {
    Files.write(folder.resolve("diffusion_pytorch_model.bin"), new byte[10]);
    assertRefused(
        "unet/diffusion_pytorch_model.bin: a pickle, which can run code",
        "expected: unet/*.safetensors");
  }

  @Test
  void weightsThatAreNowhereAreNamed() {
    assertRefused("unet/*.safetensors is missing");
  }

  @Test
  void linksAreFollowed() throws IOException {
    Path blobs = Files.createDirectory(root.resolve("blobs"));
    Path blob = blobs.resolve("0123");
    CraftedFile.write(blob, "{" + entry("a", 1, 0, 4) + "}", 4);
    Files.createSymbolicLink(folder.resolve(PLAIN), Path.of("../blobs/0123"));
    assertThat(read(false).folder()).isEqualTo(blobs.toRealPath());
    assertThat(read(false).get("a").file()).isEqualTo(blob.toRealPath());
  }
}
