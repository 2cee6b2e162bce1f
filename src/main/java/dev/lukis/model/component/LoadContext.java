package dev.lukis.model.component;

import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.FileGraphSource;
import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import java.util.List;

/**
 * The files of one model, how its graphs are to be run, and what of it is loaded.
 *
 * @param natives takes whatever is to be closed, also when loading fails half-way
 */
public record LoadContext(
    ModelDirectory directory, ExecutionOptions execution, List<AutoCloseable> natives) {
  /** What a graph says of itself; its weights are not read. */
  public OnnxSignature signature(String file) {
    return OnnxSignature.read(source(file));
  }

  public OnnxGraph graph(OnnxSignature signature) {
    return OnnxGraph.load(source(signature.name()), signature, execution);
  }

  private GraphSource source(String file) {
    return new FileGraphSource(file, directory.required(file));
  }

  public <T extends AutoCloseable> T owned(T part) {
    natives.add(part);
    return part;
  }
}
