package dev.lukis.model.component;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.Map;
import java.util.Optional;

/** A prompt, understood: what all images of it have in common. Immutable. */
public interface PromptEmbeddings {
  /** Of a text encoder without a pooled output. */
  static PromptEmbeddings of(Tensor hiddenStates) {
    return new TextEmbeddings(hiddenStates, Optional.empty());
  }

  /** How many tokens it has; rows of one call are repeated to a common number. */
  default int tokens() {
    return 1;
  }

  /** The least number of tokens to which prompts of two lengths can both be repeated. */
  static int commonLength(int a, int b) {
    int divisor = a;
    for (int rest = b; rest != 0; ) {
      int next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    return a / divisor * b;
  }

  /**
   * What conditions the denoiser in one image. May take a while, where an image is composed first.
   *
   * @param seed of the image
   * @param latents [channels, height/8, width/8] of the image
   * @return for inputs of the denoiser's graph by their names, one row each
   */
  Map<String, Tensor> inputs(long seed, Shape latents);

  /** How much memory it holds. */
  int bytes();
}
