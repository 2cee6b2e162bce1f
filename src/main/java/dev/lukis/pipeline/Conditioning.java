package dev.lukis.pipeline;

import dev.lukis.tensor.Tensor;
import java.util.Optional;

/**
 * A prompt as the denoiser understands it. Immutable.
 *
 * @param prompt hidden states [tokens, width]
 * @param negative those of the negative prompt, present where there is guidance
 */
public record Conditioning(Tensor prompt, Optional<Tensor> negative) {}
