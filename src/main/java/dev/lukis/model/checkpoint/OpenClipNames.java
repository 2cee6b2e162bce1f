package dev.lukis.model.checkpoint;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.StoredTensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tensors of OpenCLIP's text encoder under the names that transformers gives them. Query, key and
 * value are one matrix there, of which each is a third of the rows. Stateless.
 */
final class OpenClipNames {
  private static final Pattern BLOCK =
      Pattern.compile("transformer\\.resblocks\\.(\\d{1,3})\\.(.+)");

  /** What is before and behind the blocks, and in them. */
  private static final Map<String, String> TOP =
      Map.of(
          "positional_embedding", "text_model.embeddings.position_embedding.weight",
          "token_embedding.weight", "text_model.embeddings.token_embedding.weight",
          "ln_final.weight", "text_model.final_layer_norm.weight",
          "ln_final.bias", "text_model.final_layer_norm.bias",
          // The matrix itself, [in, out]; transformers has it the other way round.
          "text_projection", "text_projection",
          "text_projection.weight", "text_projection.weight");

  private static final Map<String, String> INNER = new LinkedHashMap<>();

  static {
    INNER.put("ln_1.", "layer_norm1.");
    INNER.put("ln_2.", "layer_norm2.");
    INNER.put("mlp.c_fc.", "mlp.fc1.");
    INNER.put("mlp.c_proj.", "mlp.fc2.");
    INNER.put("attn.out_proj.", "self_attn.out_proj.");
  }

  private OpenClipNames() {}

  /**
   * @param layers that are used; a checkpoint may have more
   * @return the tensor or its parts, renamed; none where it is not used
   */
  static List<StoredTensor> renamed(String name, StoredTensor tensor, int layers) {
    if (TOP.containsKey(name)) {
      return List.of(tensor.named(TOP.getOrDefault(name, name)));
    }
    Matcher block = BLOCK.matcher(name);
    if (!block.matches() || Integer.parseInt(block.group(1)) >= layers) {
      return List.of();
    }
    String layer = "text_model.encoder.layers." + block.group(1) + ".";
    String inner = block.group(2);
    if (inner.startsWith("attn.in_proj_")) {
      return thirds(tensor, layer + "self_attn.", inner.substring("attn.in_proj_".length()));
    }
    for (Map.Entry<String, String> each : INNER.entrySet()) {
      if (inner.startsWith(each.getKey())) {
        return List.of(
            tensor.named(layer + each.getValue() + inner.substring(each.getKey().length())));
      }
    }
    return List.of();
  }

  private static List<StoredTensor> thirds(StoredTensor tensor, String attention, String kind) {
    int rows = tensor.size(0) / 3;
    if (rows < 1 || tensor.size(0) % 3 > 0) {
      throw new ModelException(
          tensor.name()
              + ": "
              + tensor.sizes()
              + " (expected: query, key and value in three parts)");
    }
    List<StoredTensor> parts = new ArrayList<>();
    for (String part : List.of("q", "k", "v")) {
      int first = parts.size() * rows;
      parts.add(tensor.rows(first, first + rows).named(attention + part + "_proj." + kind));
    }
    return parts;
  }
}
