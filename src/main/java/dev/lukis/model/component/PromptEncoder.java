package dev.lukis.model.component;

import java.util.List;
import java.util.Optional;

/** Turns prompts into what conditions the denoiser. One thread at a time, but for {@link #cuts}. */
public interface PromptEncoder {
  /** Whether a prompt is longer than the model reads. Thread-safe. */
  boolean cuts(String prompt);

  /** Whether weights and breaks in a prompt have a meaning; else they have to be taken out. */
  boolean readsWeights();

  /**
   * @param negative the prompt to keep away from, where there is guidance
   * @return of one number of tokens, for the prompt and, where asked for, the negative one
   */
  List<PromptEmbeddings> encode(String prompt, Optional<String> negative);
}
