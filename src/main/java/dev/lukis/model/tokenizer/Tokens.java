package dev.lukis.model.tokenizer;

/**
 * A prompt, or a chunk of a long one, as a text encoder takes it. The arrays are not to be written
 * to.
 *
 * @param ids token ids, padded to the model's length
 * @param weights how much each token counts, as long as {@code ids}; empty where all count alike
 * @param truncated whether the prompt was longer than the model can take
 */
public record Tokens(long[] ids, float[] weights, boolean truncated) {
  /** Tokens that count alike. */
  public Tokens(long[] ids, boolean truncated) {
    this(ids, new float[0], truncated);
  }
}
