package dev.lukis.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The inputs and outputs of an ONNX graph, by name, and the checks a family makes on them.
 *
 * @param name of the graph's file, for messages
 * @param inputs in the graph's order
 * @param outputs likewise
 */
record OnnxSignature(String name, Map<String, Value> inputs, Map<String, Value> outputs) {
  /** What a graph may take numbers with a fraction as. */
  static final Set<OnnxType> FLOATS = EnumSet.of(OnnxType.FLOAT, OnnxType.FLOAT16);

  /** What a graph may take token ids as. */
  static final Set<OnnxType> WHOLES = EnumSet.of(OnnxType.INT32, OnnxType.INT64);

  /**
   * @param sizes along each axis, -1 where the graph leaves it open
   */
  record Value(OnnxType type, int[] sizes) {
    @Override
    public String toString() {
      return type + " " + Arrays.toString(sizes).replace("-1", "?");
    }
  }

  static OnnxSignature read(String name, Path path) {
    try {
      return OnnxFile.signature(name, path);
    } catch (IOException e) {
      throw new ModelException(name + ": cannot be read (expected: an ONNX graph)", e);
    }
  }

  /**
   * @throws ModelException unless the graph has all of these inputs, and others only of the
   *     optional
   */
  void requireInputs(Set<String> expected, Set<String> optional) {
    Set<String> found = new TreeSet<>(inputs.keySet());
    Set<String> rest = new TreeSet<>(found);
    rest.removeAll(optional);
    rest.removeAll(expected);
    if (!found.containsAll(expected) || !rest.isEmpty()) {
      throw new ModelException(
          name + ": inputs: " + found + " (expected: " + new TreeSet<>(expected) + ")");
    }
  }

  /**
   * @throws ModelException when an input has another type or number of axes
   */
  void requireInput(String input, Set<OnnxType> types, int axes) {
    Value value = input(input);
    if (!types.contains(value.type) || value.sizes.length != axes) {
      throw new ModelException(
          "%s: %s: %s with %d axes (expected: %s with %d)"
              .formatted(name, input, value.type, value.sizes.length, inWords(types), axes));
    }
  }

  static String inWords(Set<OnnxType> types) {
    return String.join(" or ", types.stream().map(OnnxType::name).toList());
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

  /**
   * @throws ModelException when the graph has the axis fixed
   */
  void requireOpen(String input, int axis) {
    int found = inputSize(input, axis);
    if (found != -1) {
      throw new ModelException(
          "%s: %s axis %d: %d (expected: left open)".formatted(name, input, axis, found));
    }
  }

  boolean hasInput(String input) {
    return inputs.containsKey(input);
  }

  /** The size of an input along an axis, or -1 where the graph leaves it open. */
  int inputSize(String input, int axis) {
    return input(input).sizes[axis];
  }

  Value input(String input) {
    return Objects.requireNonNull(inputs.get(input), input);
  }

  /**
   * @throws ModelException when the graph has no such output
   */
  void requireOutput(String output) {
    if (!outputs.containsKey(output)) {
      throw new ModelException(
          name + ": outputs: " + outputs.keySet() + " (expected: " + output + " among them)");
    }
  }

  /** The name of the graph's first output. */
  String firstOutput() {
    return outputs.keySet().stream()
        .findFirst()
        .orElseThrow(() -> new ModelException(name + ": outputs: none (expected: at least one)"));
  }
}
