package dev.lukis.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights of other sizes than a network has: refused in one line, or the graph can be made. */
class WrongSizesTest {
  private static NetworkGraph graph(JsonObject config, TensorTable table) {
    return switch (table.name()) {
      case "unet" -> UNet2DCondition.graph(config, table, GraphOptions.SINGLE);
      case "text_encoder" ->
          ClipText.graph(config, table, HiddenStates.LAST, false, GraphOptions.SINGLE);
      default -> KlDecoder.graph(config, table, GraphOptions.SINGLE);
    };
  }

  /** Other views of some of the same bytes. */
  private static List<StoredTensor> others(StoredTensor tensor) {
    List<List<Long>> sizes = new ArrayList<>();
    sizes.add(List.of());
    sizes.add(List.of(0L));
    sizes.add(List.of(tensor.elements()));
    sizes.add(List.of(1L, tensor.elements()));
    sizes.add(List.of(tensor.elements(), 1L, 1L, 1L));
    sizes.add(List.of(1L, 1L));
    return sizes.stream().map(each -> view(tensor, each)).toList();
  }

  private static StoredTensor view(StoredTensor tensor, List<Long> sizes) {
    long elements = sizes.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
    long length = elements * tensor.type().bytes();
    return new StoredTensor(
        tensor.name(), tensor.type(), sizes, tensor.file(), tensor.offset(), length);
  }

  @ParameterizedTest
  @CsvSource({"sd1, unet", "sd1, vae", "sd1, text_encoder", "sdxl, unet"})
  void wrongSizesEndInOneLineOrInAGraph(String pipeline, String network) {
    Fixture fixture = Fixture.of(pipeline);
    JsonObject config = fixture.config(network);
    TensorTable table = fixture.weights(network);
    int refused = 0;
    for (StoredTensor wrong : table.tensors().values()) {
      for (StoredTensor other : others(wrong)) {
        Stream<StoredTensor> rest = table.tensors().values().stream().filter(each -> each != wrong);
        TensorTable changed =
            new TensorTable(network, Stream.concat(rest, Stream.of(other)).toList());
        refused += refused(config, changed) ? 1 : 0;
      }
    }
    assertThat(refused).isPositive();
  }

  // Anything but a ModelException fails the test.
  private static boolean refused(JsonObject config, TensorTable table) {
    try {
      graph(config, table);
      return false;
    } catch (ModelException e) {
      assertThat(e.getMessage()).contains("(expected: ").hasLineCount(1);
      return true;
    }
  }

  @Test
  void sizesThatOnlyTheRuntimeSeesEndInOneLine() {
    Fixture fixture = Fixture.of("sd1");
    TensorTable table = fixture.weights("unet");
    List<StoredTensor> matrices =
        table.tensors().values().stream()
            .filter(tensor -> tensor.sizes().size() == 2 && tensor.size(1) == 16)
            .toList();
    StoredTensor wrong = matrices.get(new Random(1).nextInt(matrices.size()));
    StoredTensor narrow = view(wrong, List.of((long) wrong.size(0), 15L));
    Stream<StoredTensor> rest = table.tensors().values().stream().filter(each -> each != wrong);
    TensorTable changed = new TensorTable("unet", Stream.concat(rest, Stream.of(narrow)).toList());
    NetworkGraph made = graph(fixture.config("unet"), changed);
    assertThatThrownBy(() -> RunningGraph.of(made, changed, false))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("unet: cannot be loaded on cpu (expected: weights whose sizes fit")
        .message()
        .hasLineCount(1);
  }

  @Test
  void groupsThatDoNotDivideTheChannelsAreNamed() {
    Fixture fixture = Fixture.of("sd1");
    ObjectNode root = fixture.config("vae").root().deepCopy();
    JsonObject config = new JsonObject("config.json", root.put("norm_num_groups", 3));
    TensorTable table = fixture.weights("vae");
    assertThatThrownBy(() -> KlDecoder.graph(config, table, GraphOptions.SINGLE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("vae: norm_num_groups: 3 (expected: a number that divides the ");
  }
}
