package dev.lukis.model;

import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Graphs with other LoRAs than the model has, loaded beside its own. {@link DiffusionModel#become}
 * takes them over; {@link #close()} frees those that were not taken.
 *
 * @param layout of the model with the LoRAs
 * @param graphs by the names of their parts; none for what stays as it is
 */
public record PreparedLoras(ModelLayout layout, Map<String, OnnxGraph> graphs)
    implements AutoCloseable {
  private static final List<String> CHANGEABLE =
      List.of(ModelLayout.DENOISER, ModelLayout.TEXT_ENCODER, ModelLayout.SECOND_TEXT_ENCODER);

  static PreparedLoras of(ModelLayout before, ModelLayout after, ExecutionOptions execution) {
    PreparedLoras prepared = new PreparedLoras(after, new HashMap<>());
    try {
      for (String part : CHANGEABLE) {
        if (before.loras().changes(part) || after.loras().changes(part)) {
          GraphSource source = after.graph(part);
          OnnxSignature signature = OnnxSignature.read(source);
          prepared.graphs.put(part, OnnxGraph.load(source, signature, execution));
        }
      }
      return prepared;
    } catch (RuntimeException | Error e) {
      prepared.close();
      throw e;
    }
  }

  /** Whether prompts have to be encoded again. */
  public boolean changesPrompts() {
    return graphs.keySet().stream().anyMatch(part -> !part.equals(ModelLayout.DENOISER));
  }

  @Override
  public void close() {
    graphs.values().forEach(OnnxGraph::close);
    graphs.clear();
  }
}
