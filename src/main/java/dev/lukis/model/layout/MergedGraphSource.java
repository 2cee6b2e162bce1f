package dev.lukis.model.layout;

import dev.lukis.model.onnx.GraphSource;
import dev.lukis.model.onnx.OnnxType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A graph of which some weights are changed; they are computed when the graph is loaded.
 *
 * @param own the graph
 * @param changed computes the changed weights
 */
record MergedGraphSource(GraphSource own, Supplier<Map<String, GraphSource.Weight>> changed)
    implements GraphSource {
  @Override
  public String name() {
    return own.name();
  }

  @Override
  public InputStream open() throws IOException {
    return own.open();
  }

  @Override
  public Optional<Path> weightsFolder() {
    return own.weightsFolder();
  }

  @Override
  public Optional<OnnxType> precision() {
    return own.precision();
  }

  @Override
  public boolean mapped() {
    return own.mapped();
  }

  @Override
  public Map<String, Weight> weights() {
    return changed.get();
  }
}
