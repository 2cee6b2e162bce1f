package dev.lukis.text;

import java.util.List;

/**
 * What a model makes of a prompt before it is painted.
 *
 * @param cut whether the prompt is longer than the model reads
 * @param unknownWords words that the model does not know, in lower case; empty if it cannot tell
 */
public record PromptReading(boolean cut, List<String> unknownWords) {
  /** The whole prompt is understood. */
  public static final PromptReading PLAIN = new PromptReading(false, List.of());
}
