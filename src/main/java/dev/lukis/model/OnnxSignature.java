package dev.lukis.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The inputs of an ONNX graph, by name, and the checks a family makes on them.
 *
 * @param name of the graph's file, for messages
 */
record OnnxSignature(String name, Map<String, Value> inputs) {
  /**
   * @param sizes along each axis, -1 where the graph leaves it open
   */
  record Value(OnnxType type, int[] sizes) {}

  static OnnxSignature read(String name, Path path) {
    try {
      return new OnnxSignature(name, OnnxFile.inputs(path));
    } catch (IOException e) {
      throw new ModelException(name + ": cannot be read (expected: an ONNX graph)", e);
    }
  }

  /**
   * @throws ModelException unless the graph has exactly these inputs
   */
  void requireInputs(Set<String> expected) {
    Set<String> found = new TreeSet<>(inputs.keySet());
    if (!found.equals(expected)) {
      throw new ModelException(name + ": inputs: " + found + " (expected: " + expected + ")");
    }
  }

  /**
   * @throws ModelException when an input has another type or number of axes
   */
  void requireInput(String input, OnnxType type, int axes) {
    Value value = input(input);
    if (value.type != type || value.sizes.length != axes) {
      throw new ModelException(
          "%s: %s: %s with %d axes (expected: %s with %d)"
              .formatted(name, input, value.type, value.sizes.length, type, axes));
    }
  }

  /**
   * @throws ModelException when the graph has the axis fixed at another size
   */
  void requireSize(String input, int axis, int expected) {
    int found = inputSize(input, axis);
    if (found != -1 && found != expected) {
      throw new ModelException(
          "%s: %s axis %d: %d (expected: %d)".formatted(name, input, axis, found, expected));
    }
  }

  /** The size of an input along an axis, or -1 where the graph leaves it open. */
  int inputSize(String input, int axis) {
    return input(input).sizes[axis];
  }

  private Value input(String input) {
    return Objects.requireNonNull(inputs.get(input), input);
  }
}
