package dev.lukis.model.onnx;

import dev.lukis.model.files.ModelException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
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
 * @param precision of the arithmetic; if a graph does not tell, half as soon as one weight has it
 * @param externalFiles that hold weights, relative to the graph's folder
 */
public record OnnxSignature(
    String name,
    Map<String, Value> inputs,
    Map<String, Value> outputs,
    OnnxType precision,
    Set<String> externalFiles) {
  /** What a graph may take numbers with a fraction as. */
  public static final Set<OnnxType> FLOATS = EnumSet.of(OnnxType.FLOAT, OnnxType.FLOAT16);

  /** What a graph may take token ids as. */
  public static final Set<OnnxType> WHOLES = EnumSet.of(OnnxType.INT32, OnnxType.INT64);

  /**
   * @param sizes along each axis, -1 where the graph leaves it open
   */
  public record Value(OnnxType type, int[] sizes) {
    @Override
    public String toString() {
      return type + " " + Arrays.toString(sizes).replace("-1", "?");
    }
  }

  /**
   * Reads a graph's inputs and outputs; its weights are not read into memory.
   *
   * @throws ModelException when the source is no ONNX graph
   */
  public static OnnxSignature read(GraphSource source) {
    return OnnxReader.read(source);
  }

  /**
   * @throws ModelException unless the graph has all of these inputs, and others only of the
   *     optional
   */
  public void requireInputs(Set<String> expected, Set<String> optional) {
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
  public void requireInput(String input, Set<OnnxType> types, int axes) {
    Value value = input(input);
    if (!types.contains(value.type) || value.sizes.length != axes) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: %s: %s with %d axes (expected: %s with %d)",
              name,
              input,
              value.type,
              value.sizes.length,
              inWords(types),
              axes));
    }
  }

  static String inWords(Set<OnnxType> types) {
    return String.join(" or ", types.stream().map(OnnxType::name).toList());
  }

  /**
   * @throws ModelException when the graph has the axis fixed at another size
   */
  public void requireSize(String input, int axis, int expected) {
    int found = inputSize(input, axis);
    if (found != -1 && found != expected) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: %s axis %d: %d (expected: %d)",
              name,
              input,
              axis,
              found,
              expected));
    }
  }

  /**
   * @throws ModelException when the graph has the axis fixed
   */
  public void requireOpen(String input, int axis) {
    int found = inputSize(input, axis);
    if (found != -1) {
      throw new ModelException(
          String.format(
              Locale.ROOT, "%s: %s axis %d: %d (expected: left open)", name, input, axis, found));
    }
  }

  /** Precision in words: {@code float32} or {@code float16}. */
  public String precisionLabel() {
    return precision.label();
  }

  public boolean hasInput(String input) {
    return inputs.containsKey(input);
  }

  /** The size of an input along an axis, or -1 where the graph leaves it open. */
  public int inputSize(String input, int axis) {
    return input(input).sizes[axis];
  }

  public Value input(String input) {
    return Objects.requireNonNull(inputs.get(input), input);
  }

  /**
   * @throws ModelException when the graph has no such output
   */
  public void requireOutput(String output) {
    if (!outputs.containsKey(output)) {
      throw new ModelException(
          name + ": outputs: " + outputs.keySet() + " (expected: " + output + " among them)");
    }
  }

  /** The name of the graph's first output. */
  public String firstOutput() {
    return outputs.keySet().stream()
        .findFirst()
        .orElseThrow(() -> new ModelException(name + ": outputs: none (expected: at least one)"));
  }
}
