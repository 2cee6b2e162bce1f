package dev.lukis.pipeline;

import java.util.List;

/**
 * What a model makes of a prompt, before anything is painted.
 *
 * @param cut whether the prompt is longer than the model reads
 * @param unknownWords words that are left out, in lower case; empty where the model has no list of
 *     its words
 */
public record PromptReading(boolean cut, List<String> unknownWords) {
  /** All of it is understood. */
  public static final PromptReading PLAIN = new PromptReading(false, List.of());
}
