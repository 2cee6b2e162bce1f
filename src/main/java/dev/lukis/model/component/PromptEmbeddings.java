package dev.lukis.model.component;

import dev.lukis.tensor.Tensor;
import java.util.Optional;

/**
 * A prompt as a denoiser takes it. Immutable.
 *
 * @param hiddenStates [tokens, width]
 * @param pooled the prompt as one vector [width], for models that want it
 */
public record PromptEmbeddings(Tensor hiddenStates, Optional<Tensor> pooled) {
  public static PromptEmbeddings of(Tensor hiddenStates) {
    return new PromptEmbeddings(hiddenStates, Optional.empty());
  }

  /** How much memory it holds. */
  public int bytes() {
    int floats = hiddenStates.data().length + pooled.map(each -> each.data().length).orElse(0);
    return Math.multiplyExact(floats, Float.BYTES);
  }
}
