package dev.lukis.pipeline;

import dev.lukis.model.PromptStates;
import java.util.Optional;

/**
 * A prompt as the denoiser understands it. Immutable.
 *
 * @param prompt what is to be painted
 * @param negative what to keep away from, present where the model is asked twice at every step
 */
public record Conditioning(PromptStates prompt, Optional<PromptStates> negative) {
  /** How much memory it holds. */
  int bytes() {
    return prompt.bytes() + negative.map(PromptStates::bytes).orElse(0);
  }
}
