package dev.lukis.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checkpoints with the names and sizes of the real ones; diffusers tells what they have to be. */
class CheckpointTest {
  @TempDir Path folder;

  static Map<String, List<Long>> shapes(JsonNode object) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    object
        .fields()
        .forEachRemaining(
            each -> {
              List<Long> sizes = new ArrayList<>();
              each.getValue().forEach(size -> sizes.add(size.asLong()));
              shapes.put(each.getKey(), sizes);
            });
    return shapes;
  }

  static JsonNode real(String kind) throws IOException {
    return CookedCheckpoint.json(CookedCheckpoint.RECIPES.resolve("shapes.json.gz")).get(kind);
  }

  private Checkpoint read(String kind, Optional<CheckpointKind> asked) throws IOException {
    Path file = folder.resolve(kind + ".safetensors");
    CookedCheckpoint.sparse(file, shapes(real(kind).get("checkpoint")), "{}");
    return Checkpoint.read(file, asked);
  }

  @ParameterizedTest
  @CsvSource({"sd1, auto, SD1", "sd2, sd2, SD2", "sd2, sd2-v, SD2_V", "sdxl, auto, SDXL"})
  void everyTensorOfARealCheckpointHasTheNameAndSizesThatDiffusersGivesIt(
      String file, String asked, CheckpointKind kind) throws IOException {
    Checkpoint checkpoint = read(file, CheckpointKind.parse(asked));
    assertThat(checkpoint.kind()).isEqualTo(kind);
    try (ModelDirectory directory =
        ModelDirectory.configuration(file, checkpoint.configuration())) {
      real(file)
          .get("parts")
          .fields()
          .forEachRemaining(
              part -> {
                int layers =
                    directory
                        .requiredJson(part.getKey() + "/config.json")
                        .integer("num_hidden_layers", 99);
                TensorTable table = checkpoint.table(part.getKey(), layers);
                assertSame(table, shapes(part.getValue()));
              });
    }
  }

  // A checkpoint has kernels of 1 x 1 where diffusers has matrices, and OpenCLIP's projection the
  // other way round under a name of its own.
  private static void assertSame(TensorTable table, Map<String, List<Long>> expected) {
    Map<String, List<Long>> actual = new LinkedHashMap<>();
    for (StoredTensor tensor : table.tensors().values()) {
      boolean attention = tensor.name().contains("coder.mid_block.attentions");
      List<Long> sizes = tensor.sizes();
      actual.put(
          tensor.name().replaceFirst("^text_projection$", "text_projection.weight"),
          attention && sizes.size() == 4 ? sizes.subList(0, 2) : sizes);
    }
    assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
  }

  @Test
  void threeMatricesThatLieInOneAreSlicesOfItsBytes() throws IOException {
    Checkpoint checkpoint = read("sdxl", Optional.empty());
    StoredTensor all =
        checkpoint.tensors().stream()
            .filter(it -> it.name().endsWith("resblocks.3.attn.in_proj_weight"))
            .findFirst()
            .orElseThrow();
    String value = "text_model.encoder.layers.3.self_attn.v_proj.weight";
    StoredTensor third = checkpoint.table("text_encoder_2", 32).get(value);
    assertThat(third.offset()).isEqualTo(all.offset() + 2L * 1280 * 1280 * 2);
    assertThat(third.sizes()).containsExactly(1280L, 1280L);
    assertThat(third.file()).isEqualTo(all.file());
  }
}
