package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import java.util.List;

/**
 * A LoRA as a setting names it.
 *
 * @param location a path, or a repository of the Hub with or without a file: {@code
 *     org/name[:file]}
 * @param weight by which it is multiplied; negative ones do the opposite
 */
public record LoraSource(String location, double weight) {
  private static final double LARGEST = 10;
  private static final String EXPECTED = "(expected: path.safetensors=0.8, or org/name[:file]=0.8)";

  /**
   * @param text {@code location} or {@code location=weight}; without a weight it is 1
   * @throws ModelException when it is not written so
   */
  public static LoraSource parse(String text) {
    String trimmed = text.trim();
    int equals = trimmed.lastIndexOf('=');
    String location = equals < 0 ? trimmed : trimmed.substring(0, equals).trim();
    if (location.isEmpty()) {
      throw new ModelException("lukis.loras: \"" + text + "\" " + EXPECTED);
    }
    return new LoraSource(location, equals < 0 ? 1 : weight(trimmed.substring(equals + 1), text));
  }

  /** All of a setting. */
  public static List<LoraSource> parseAll(List<String> texts) {
    return texts.stream().map(LoraSource::parse).toList();
  }

  private static double weight(String number, String text) {
    double weight;
    try {
      weight = Double.parseDouble(number.trim());
    } catch (NumberFormatException e) {
      throw new ModelException("lukis.loras: \"" + text + "\" " + EXPECTED, e);
    }
    if (!(Math.abs(weight) <= LARGEST)) {
      throw new ModelException(
          "lukis.loras: "
              + text
              + " (expected: a weight from -"
              + (int) LARGEST
              + " to "
              + (int) LARGEST
              + ")");
    }
    return weight;
  }
}
