package dev.lukis.model.weights;

import java.nio.file.Path;
import java.util.List;

/**
 * A tensor in a file.
 *
 * @param name by which the file's network knows it
 * @param type of its elements
 * @param sizes along each axis; none for a single number
 * @param file that holds it; without symbolic links
 * @param offset of its first byte from the beginning of the file; any number, not only multiples of
 *     the element's size
 * @param length in bytes
 */
public record StoredTensor(
    String name, ElementType type, List<Long> sizes, Path file, long offset, long length) {

  /** The size along an axis. */
  public int size(int axis) {
    return Math.toIntExact(sizes.get(axis));
  }

  public long elements() {
    return length / type.bytes();
  }

  /** The same bytes under another name. */
  public StoredTensor named(String other) {
    return new StoredTensor(other, type, sizes, file, offset, length);
  }

  /**
   * The same bytes with other sizes.
   *
   * @throws IllegalArgumentException when their product is another
   */
  public StoredTensor reshaped(List<Long> other) {
    if (other.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact) != elements()) {
      throw new IllegalArgumentException(
          name + ": " + other + " (expected: as many elements as " + sizes + ")");
    }
    return new StoredTensor(name, type, other, file, offset, length);
  }

  /** Some of its rows, which are the slices along its first axis: from first up to end. */
  public StoredTensor rows(int first, int end) {
    if (first < 0 || end < first || sizes.isEmpty() || end > sizes.get(0)) {
      throw new IllegalArgumentException(
          name + ": rows " + first + " to " + end + " (expected: rows of " + sizes + ")");
    }
    long row = length / sizes.get(0);
    List<Long> other = new java.util.ArrayList<>(sizes);
    other.set(0, (long) (end - first));
    return new StoredTensor(
        name, type, List.copyOf(other), file, offset + first * row, (end - first) * row);
  }
}
