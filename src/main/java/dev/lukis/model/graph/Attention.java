package dev.lukis.model.graph;

import dev.lukis.model.onnx.proto.TensorProto.DataType;

/**
 * Scaled dot-product attention: Vaswani et al., "Attention Is All You Need" (2017), section 3.2.
 * Stateless.
 */
final class Attention {
  /** The largest negative half; in single precision as good as minus infinity too. */
  private static final float HIDDEN = -65504;

  private Attention() {}

  /**
   * @param q rows of queries
   * @param k rows of keys, of as many sequences
   * @param v rows of values, as many as keys
   * @param shape makes sequences of rows: [batch, -1, channels]
   * @param causal whether a token sees only those before it and itself
   * @return rows, as many as queries
   */
  static Value of(
      GraphBuilder g,
      Value q,
      Value k,
      Value v,
      int heads,
      Value shape,
      int channels,
      boolean causal) {
    Value query = Rows.reshape(g, q, shape);
    Value key = Rows.reshape(g, k, shape);
    Value value = Rows.reshape(g, v, shape);
    Value sequences =
        g.options().fused()
            ? g.node("MultiHeadAttention", query, key, value)
                .microsoft()
                .with("num_heads", heads)
                .with("unidirectional", causal ? 1 : 0)
                .output()
            : standard(g, query, key, value, heads, channels, causal);
    return Rows.ofSequence(g, sequences, channels);
  }

  private static Value standard(
      GraphBuilder g, Value q, Value k, Value v, int heads, int channels, boolean causal) {
    float scale = (float) (1 / Math.sqrt((double) channels / heads));
    Value queries = Rows.transpose(g, heads(g, q, heads), 0L, 2L, 1L, 3L);
    Value keys = Rows.transpose(g, heads(g, k, heads), 0L, 2L, 3L, 1L);
    Value values = Rows.transpose(g, heads(g, v, heads), 0L, 2L, 1L, 3L);
    Value scaled = g.node("Mul", queries, g.number(scale)).output();
    Value scores = g.node("MatMul", scaled, keys).output();
    if (causal) {
      scores = g.node("Add", scores, mask(g, scores)).output();
    }
    Value shares = softmax(g, scores);
    Value mixed = Rows.transpose(g, g.node("MatMul", shares, values).output(), 0L, 2L, 1L, 3L);
    return Rows.reshape(g, mixed, g.ints(0, 0, channels));
  }

  private static Value heads(GraphBuilder g, Value x, int heads) {
    return Rows.reshape(g, x, g.ints(0, 0, heads, -1));
  }

  // In single precision: sums of many small halves lose too much.
  private static Value softmax(GraphBuilder g, Value scores) {
    if (!g.options().half()) {
      return g.node("Softmax", scores).with("axis", -1).output();
    }
    Value single = g.cast(scores, DataType.FLOAT_VALUE);
    return g.toArithmetic(g.node("Softmax", single).with("axis", -1).output());
  }

  /** [tokens, tokens]: what lies behind a token is hidden from it. */
  private static Value mask(GraphBuilder g, Value scores) {
    Value square = Rows.sizes(g, scores, 2, 4);
    Value hidden = g.node("Expand", g.number(HIDDEN), square).output();
    return g.node("Trilu", hidden, g.scalar(1)).with("upper", 1).output();
  }
}
