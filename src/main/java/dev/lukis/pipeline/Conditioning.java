package dev.lukis.pipeline;

import dev.lukis.tensor.Tensor;
import java.util.Optional;

/**
 * A prompt as the denoiser understands it. Immutable.
 *
 * @param prompt hidden states [tokens, width]
 * @param negative those of the negative prompt, present where there is guidance
 */
public record Conditioning(Tensor prompt, Optional<Tensor> negative) {
  /** How much memory it holds. */
  int bytes() {
    int floats = prompt.data().length + negative.map(states -> states.data().length).orElse(0);
    return Math.multiplyExact(floats, Float.BYTES);
  }
}
