package dev.lukis.model;

import dev.lukis.model.onnx.OnnxSignature;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was found in one graph.
 *
 * @param name of its file or its folder
 * @param precision in which it computes
 * @param inputs in words, by name
 */
public record GraphReport(String name, String precision, Map<String, String> inputs) {
  static GraphReport of(OnnxSignature signature) {
    Map<String, String> inputs = new LinkedHashMap<>();
    signature.inputs().forEach((name, input) -> inputs.put(name, input.toString()));
    return new GraphReport(signature.name(), signature.precisionLabel(), inputs);
  }

  /** In words, for {@code check}. */
  public String words() {
    return name + " (" + precision + ") " + inputs;
  }
}
