package dev.lukis.tensor;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The size of a tensor along each axis, outermost first. Immutable. */
public final class Shape {
  private final int[] sizes;

  private Shape(int[] sizes) {
    this.sizes = sizes;
  }

  /**
   * @throws IllegalArgumentException when a size is not positive
   */
  public static Shape of(int... sizes) {
    for (int size : sizes) {
      if (size <= 0) {
        throw new IllegalArgumentException(
            "size: " + size + " in " + Arrays.toString(sizes) + " (expected: > 0)");
      }
    }
    return new Shape(sizes.clone());
  }

  public int axes() {
    return sizes.length;
  }

  public int size(int axis) {
    return sizes[axis];
  }

  /** The number of elements: the product of all sizes. */
  public int elements() {
    int product = 1;
    for (int size : sizes) {
      product = Math.multiplyExact(product, size);
    }
    return product;
  }

  /** This shape with {@code count} rows in front. */
  public Shape batched(int count) {
    int[] batched = new int[sizes.length + 1];
    batched[0] = count;
    System.arraycopy(sizes, 0, batched, 1, sizes.length);
    return of(batched);
  }

  /** This shape without its first axis: the shape of one row of a batch. */
  public Shape row() {
    return new Shape(Arrays.copyOfRange(sizes, 1, sizes.length));
  }

  public long[] toLongArray() {
    return Arrays.stream(sizes).asLongStream().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape && Arrays.equals(sizes, shape.sizes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(sizes);
  }

  @Override
  public String toString() {
    return Arrays.stream(sizes)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
