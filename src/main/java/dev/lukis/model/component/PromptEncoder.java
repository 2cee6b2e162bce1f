package dev.lukis.model.component;

import java.util.List;
import java.util.Optional;

/**
 * Turns prompts into what conditions the denoiser. One thread at a time, but for {@link #cuts} and
 * {@link #unknown}.
 */
public interface PromptEncoder {
  /** Whether a prompt is longer than the model reads. Thread-safe. */
  boolean cuts(String prompt);

  /** Words that it cannot show, in lower case; empty where it cannot tell. Thread-safe. */
  default List<String> unknown(String prompt) {
    return List.of();
  }

  /** Whether it takes prompts as they were typed, because it prepares them by itself. */
  default boolean readsAsTyped() {
    return false;
  }

  /**
   * @param negative the prompt to keep away from, where there is guidance
   * @return for the prompt and, where asked for, the negative one
   */
  List<PromptEmbeddings> encode(String prompt, Optional<String> negative);
}
