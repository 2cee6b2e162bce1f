package dev.lukis.model.weights;

import dev.lukis.model.files.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /**
   * The size along an axis.
   *
   * @throws ModelException when there is no such axis, or nothing along it
   */
  public int size(int axis) {
    if (axis >= sizes.size() || sizes.get(axis) < 1 || sizes.get(axis) > Integer.MAX_VALUE) {
      throw refused(Integer.toString(axis + 1) + " axes of some length");
    }
    return Math.toIntExact(sizes.get(axis));
  }

  private ModelException refused(String expected) {
    return new ModelException(name + ": sizes: " + sizes + " (expected: " + expected + ")");
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
   * @throws ModelException when their product is another
   */
  public StoredTensor reshaped(List<Long> other) {
    if (other.stream().mapToLong(Long::longValue).reduce(1, Math::multiplyExact) != elements()) {
      throw refused("as many elements as " + other);
    }
    return new StoredTensor(name, type, other, file, offset, length);
  }

  /**
   * Some of its rows, which are the slices along its first axis: from first up to end.
   *
   * @throws ModelException when there are fewer
   */
  public StoredTensor rows(int first, int end) {
    if (end > size(0)) {
      throw refused("at least " + end + " rows");
    }
    long row = length / size(0);
    List<Long> other = new ArrayList<>(sizes);
    other.set(0, (long) (end - first));
    return new StoredTensor(
        name, type, List.copyOf(other), file, offset + first * row, (end - first) * row);
  }
}
