package dev.lukis.model.graph;

/**
 * How a graph computes; what it computes stays the same.
 *
 * @param precision of the arithmetic. Inputs and outputs are always single precision; weights of
 *     another type are cast
 * @param operators which operators may be used
 */
public record GraphOptions(Precision precision, Operators operators) {
  /** Single precision with fused operators: the fastest on processors. */
  public static final GraphOptions SINGLE = new GraphOptions(Precision.SINGLE, Operators.FUSED);

  /** Half precision with fused operators, for GPUs. */
  public static final GraphOptions HALF = new GraphOptions(Precision.HALF, Operators.FUSED);

  /** Precision of the arithmetic. */
  public enum Precision {
    SINGLE,
    HALF
  }

  /** Which operators may be used. */
  public enum Operators {
    /** ONNX Runtime's own, such as {@code MultiHeadAttention}, beside those of the standard. */
    FUSED,
    /** Only those of the ONNX standard, for providers that lack the others. */
    STANDARD
  }

  boolean fused() {
    return operators == Operators.FUSED;
  }

  boolean half() {
    return precision == Precision.HALF;
  }
}
