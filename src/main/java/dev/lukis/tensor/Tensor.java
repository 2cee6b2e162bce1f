package dev.lukis.tensor;

import java.util.List;

/**
 * Float data with a {@link Shape}, row-major. The array is not copied, in or out: after making a
 * tensor, do not write to its array, nor to what {@link #data()} returns. Under that rule a tensor
 * is immutable and safe to share between threads.
 */
public record Tensor(Shape shape, float[] data) {

  /**
   * @throws IllegalArgumentException when the array's length is not the shape's number of elements
   */
  public Tensor {
    if (data.length != shape.elements()) {
      throw new IllegalArgumentException(
          "data length: "
              + data.length
              + " (expected: "
              + shape.elements()
              + " for "
              + shape
              + ")");
    }
  }

  public static Tensor of(Shape shape, float... data) {
    return new Tensor(shape, data);
  }

  /** This tensor times {@code factor}. */
  public Tensor times(float factor) {
    float[] product = new float[data.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = data[i] * factor;
    }
    return new Tensor(shape, product);
  }

  /** {@code this + factor * other}, element by element. */
  public Tensor plus(float factor, Tensor other) {
    requireSameShape(other);
    float[] sum = new float[data.length];
    for (int i = 0; i < sum.length; i++) {
      sum[i] = data[i] + factor * other.data[i];
    }
    return new Tensor(shape, sum);
  }

  /** Row {@code index} along the first axis, copied. */
  public Tensor row(int index) {
    Shape row = shape.row();
    float[] copy = new float[row.elements()];
    System.arraycopy(data, index * copy.length, copy, 0, copy.length);
    return new Tensor(row, copy);
  }

  /**
   * The rows, which all have one shape, as one tensor with a batch axis in front.
   *
   * @throws IllegalArgumentException when there are no rows or their shapes differ
   */
  public static Tensor batch(List<Tensor> rows) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("rows: none (expected: at least one)");
    }
    Tensor first = rows.get(0);
    int length = first.data.length;
    float[] all = new float[Math.multiplyExact(length, rows.size())];
    for (int i = 0; i < rows.size(); i++) {
      first.requireSameShape(rows.get(i));
      System.arraycopy(rows.get(i).data, 0, all, i * length, length);
    }
    return new Tensor(first.shape.batched(rows.size()), all);
  }

  private void requireSameShape(Tensor other) {
    if (!shape.equals(other.shape)) {
      throw new IllegalArgumentException("shape: " + other.shape + " (expected: " + shape + ")");
    }
  }
}
