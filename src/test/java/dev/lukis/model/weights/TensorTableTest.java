package dev.lukis.model.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TensorTableTest {
  private static StoredTensor tensor(String name, String file) {
    return new StoredTensor(name, ElementType.F16, List.of(4L, 3L), Path.of(file), 100, 24);
  }

  private static TensorTable table(String... names) {
    return new TensorTable(
        "unet", Stream.of(names).map(name -> tensor(name, "/m/unet/x.safetensors")).toList());
  }

  @Test
  void prefixesEndAtADot() {
    TensorTable table = table("a.1.weight", "a.10.weight", "ab.weight", "a-b");
    assertThat(table.has("a")).isTrue();
    assertThat(table.has("a.1")).isTrue();
    assertThat(table.has("a.2")).isFalse();
    assertThat(table.has("a.1.weight")).isTrue();
    assertThat(table.has("a.1.w")).isFalse();
    assertThat(table("a-b", "a.weight").has("a")).isTrue();
  }

  @Test
  void childrenAreCountedFromZeroToTheFirstThatIsMissing() {
    TensorTable table = table("a.0.weight", "a.1.weight", "a.3.weight");
    assertThat(table.count("a")).isEqualTo(2);
    assertThat(table.count("b")).isZero();
  }

  @Test
  void aMissingTensorAndADoubleOneAreNamed() {
    assertThatThrownBy(() -> table("a").get("conv_in.weight"))
        .isInstanceOf(ModelException.class)
        .hasMessage("unet: conv_in.weight: missing (expected: a tensor)");
    assertThatThrownBy(() -> table("a", "a"))
        .hasMessage("unet: a: twice, in x.safetensors and x.safetensors (expected: once)");
  }

  @Test
  void theFolderIsTheNearestAboveAllFiles() {
    TensorTable table =
        new TensorTable("u", List.of(tensor("a", "/m/blobs/1"), tensor("b", "/m/store/x/2")));
    assertThat(table.folder()).isEqualTo(Path.of("/m"));
  }

  @Test
  void rowsAndOtherSizesAreViewsOfTheSameBytes() {
    StoredTensor tensor = tensor("a", "/f");
    assertThat(tensor.rows(1, 3))
        .isEqualTo(new StoredTensor("a", ElementType.F16, List.of(2L, 3L), Path.of("/f"), 106, 12));
    assertThat(tensor.reshaped(List.of(12L)).sizes()).containsExactly(12L);
    assertThatThrownBy(() -> tensor.reshaped(List.of(11L)))
        .hasMessage("a: sizes: [4, 3] (expected: as many elements as [11])");
    assertThatThrownBy(() -> tensor.rows(3, 5))
        .hasMessage("a: sizes: [4, 3] (expected: at least 5 rows)");
  }
}
