package dev.lukis.pipeline;

import java.util.List;

/**
 * What a model makes of a prompt, before anything is painted.
 *
 * @param cut whether the prompt is longer than the model reads
 * @param unknownWords words that mean nothing to it, in lower case; empty where it does not tell
 */
public record PromptReading(boolean cut, List<String> unknownWords) {
  /** All of it is understood. */
  public static final PromptReading PLAIN = new PromptReading(false, List.of());
}
