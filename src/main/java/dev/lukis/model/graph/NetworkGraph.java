package dev.lukis.model.graph;

import dev.lukis.model.weights.StoredTensor;
import java.util.Map;

/**
 * A network's graph.
 *
 * @param model a serialised {@code ModelProto}; its weights lie in files below {@link
 *     dev.lukis.model.weights.TensorTable#folder()}
 * @param weights the weights that the graph reads from files, by the names of its initializers. A
 *     weight may be a part of a stored tensor, or have other sizes
 */
@SuppressWarnings("ArrayRecordComponent")
public record NetworkGraph(byte[] model, Map<String, StoredTensor> weights) {
  /**
   * How much the weights take where they are held in single or half precision.
   *
   * @param half whether the arithmetic is in half precision
   */
  public long bytes(boolean half) {
    return weights.values().stream()
        .mapToLong(weight -> Math.max(weight.length(), weight.elements() * (half ? 2 : 4)))
        .sum();
  }
}
