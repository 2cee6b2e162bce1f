package dev.lukis.model.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where an ONNX graph comes from: a file, or bytes that were made in memory. An implementation does
 * not change while its graph is loaded.
 */
public interface GraphSource {
  /**
   * The values of a weight that the graph only names.
   *
   * @param type of its elements
   * @param sizes along each axis
   * @param values in the order of the axes and of the machine's bytes, in a direct buffer; not
   *     copied, so it must stay as it is until the graph is closed
   */
  record Weight(OnnxType type, long[] sizes, ByteBuffer values) {}

  /** The graph in messages, such as {@code unet/model.onnx}. */
  String name();

  /** The graph as a serialised {@code ModelProto}; the caller closes the stream. */
  InputStream open() throws IOException;

  /** The graph's file, where it is one: weights may lie in files beside it. */
  default Optional<Path> file() {
    return Optional.empty();
  }

  /** Where the files lie that hold the weights of a graph that is no file itself. */
  default Optional<Path> weightsFolder() {
    return Optional.empty();
  }

  /** The precision of the arithmetic, where it is not that of the weights. */
  default Optional<OnnxType> precision() {
    return Optional.empty();
  }

  /**
   * Whether weights are used where they lie in their files, instead of being copied into the layout
   * that computes fastest: loading takes next to no time and memory, a run somewhat longer.
   */
  default boolean mapped() {
    return false;
  }

  /** By name, the weights that the graph keeps outside of itself and that no file holds. */
  default Map<String, Weight> weights() {
    return Map.of();
  }
}
