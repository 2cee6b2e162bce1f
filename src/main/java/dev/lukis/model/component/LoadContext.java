package dev.lukis.model.component;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import java.util.List;
import java.util.Map;

/**
 * The files of one model, where its graphs come from, how they are to be run, and what is loaded.
 *
 * @param natives takes whatever is to be closed, also when loading fails half-way
 * @param graphs takes the loaded graphs, by the names of their parts
 */
public record LoadContext(
    ModelDirectory directory,
    ModelLayout layout,
    ExecutionOptions execution,
    List<AutoCloseable> natives,
    Map<String, OnnxGraph> graphs) {
  /** What a part's graph says of itself; its weights are not read. */
  public OnnxSignature signature(String part) {
    return OnnxSignature.read(layout.graph(part));
  }

  /** Loads a part's graph. */
  public OnnxGraph graph(String part, OnnxSignature signature) {
    OnnxGraph graph = OnnxGraph.load(layout.graph(part), signature, execution);
    graphs.put(part, graph);
    return graph;
  }

  public <T extends AutoCloseable> T owned(T part) {
    natives.add(part);
    return part;
  }
}
