package dev.lukis.pipeline;

import dev.lukis.model.component.PromptEmbeddings;
import java.util.Optional;

/**
 * A prompt as the denoiser understands it. Immutable.
 *
 * @param prompt what is to be painted
 * @param negative what to keep away from, present where the model is asked twice at every step
 */
public record Conditioning(PromptEmbeddings prompt, Optional<PromptEmbeddings> negative) {
  /** How much memory it holds. */
  int bytes() {
    return prompt.bytes() + negative.map(PromptEmbeddings::bytes).orElse(0);
  }
}
