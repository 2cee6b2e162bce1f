package dev.lukis.model.graph;

import java.util.List;

/** Between images [batch, channels, height, width], sequences, and their rows. Stateless. */
final class Rows {
  private Rows() {}

  static Value shape(GraphBuilder g, Value x) {
    return g.once(List.of("shape", x), () -> g.node("Shape", x).output());
  }

  /** The sizes along some axes: from first up to end. */
  static Value sizes(GraphBuilder g, Value x, int first, int end) {
    return g.once(
        List.of("sizes", x, first, end),
        () -> g.node("Shape", x).with("start", first).with("end", end).output());
  }

  /** [batch of x, -1, channels]: the shape that makes a sequence of rows. */
  static Value sequenceShape(GraphBuilder g, Value x, int channels) {
    return g.once(
        List.of("sequence", x, channels),
        () -> g.node("Concat", sizes(g, x, 0, 1), g.ints(-1, channels)).with("axis", 0).output());
  }

  static Value reshape(GraphBuilder g, Value x, Value shape) {
    return g.node("Reshape", x, shape).output();
  }

  static Value transpose(GraphBuilder g, Value x, Long... axes) {
    return g.node("Transpose", x).with("perm", List.of(axes)).output();
  }

  /** [batch, tokens, channels] to [batch * tokens, channels]. */
  static Value ofSequence(GraphBuilder g, Value x, int channels) {
    return reshape(g, x, g.ints(-1, channels));
  }

  /** [batch, channels, height, width] to [batch * height * width, channels]. */
  static Value ofImage(GraphBuilder g, Value x, int channels) {
    Value flat = reshape(g, x, g.ints(0, channels, -1));
    return ofSequence(g, transpose(g, flat, 0L, 2L, 1L), channels);
  }

  /**
   * The inverse of {@link #ofImage}.
   *
   * @param like an image with the wanted sizes
   */
  static Value toImage(GraphBuilder g, Value rows, int channels, Value like) {
    Value sequence = reshape(g, rows, sequenceShape(g, like, channels));
    return reshape(g, transpose(g, sequence, 0L, 2L, 1L), shape(g, like));
  }
}
