package dev.lukis.model.component;

import dev.lukis.tensor.Shape;
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

  public int tokens() {
    return hiddenStates.shape().size(0);
  }

  /** The hidden states so many times, one after the other: [times * tokens, width]. */
  Tensor repeated(int times) {
    if (times == 1) {
      return hiddenStates;
    }
    float[] once = hiddenStates.data();
    float[] all = new float[times * once.length];
    for (int i = 0; i < times; i++) {
      System.arraycopy(once, 0, all, i * once.length, once.length);
    }
    return new Tensor(Shape.of(times * tokens(), hiddenStates.shape().size(1)), all);
  }

  /** The least number of tokens to which prompts of two lengths can both be repeated. */
  public static int commonLength(int a, int b) {
    int divisor = a;
    for (int rest = b; rest != 0; ) {
      int next = divisor % rest;
      divisor = rest;
      rest = next;
    }
    return a / divisor * b;
  }

  /** How much memory it holds. */
  public int bytes() {
    int floats = hiddenStates.data().length + pooled.map(each -> each.data().length).orElse(0);
    return Math.multiplyExact(floats, Float.BYTES);
  }
}
