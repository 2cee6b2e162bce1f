package dev.lukis.pipeline;

/**
 * Everything that decides the pixels of an image: equal requests give equal images.
 *
 * @param prompt what to paint
 * @param negativePrompt what to keep away from; of effect only under guidance
 * @param seed of all noise
 * @param width in pixels, one the model supports
 * @param height likewise
 * @param steps denoising steps, at least 1
 * @param guidanceScale classifier-free guidance, none at 1 and below
 * @param tinyDecoder whether the model's tiny decoder makes the pixels: rougher, and much faster
 */
public record ImageRequest(
    String prompt,
    String negativePrompt,
    long seed,
    int width,
    int height,
    int steps,
    float guidanceScale,
    boolean tinyDecoder) {

  /** An image that the model's own decoder makes. */
  public ImageRequest(
      String prompt,
      String negativePrompt,
      long seed,
      int width,
      int height,
      int steps,
      float guidanceScale) {
    this(prompt, negativePrompt, seed, width, height, steps, guidanceScale, false);
  }

  /** Whether every step asks the model twice, with and without the prompt. */
  public boolean guided() {
    return guidanceScale > 1;
  }
}
