package dev.lukis.image;

/**
 * Everything that decides the pixels of an image: equal specifications give equal images.
 *
 * @param prompt what to paint, normalised
 * @param negativePrompt what to keep away from; has an effect only under guidance
 * @param seed of all noise
 * @param width in pixels; a size that the model supports
 * @param height in pixels
 * @param steps denoising steps, at least 1
 * @param guidanceScale classifier-free guidance; none at 1 and below
 */
public record ImageSpec(
    String prompt,
    String negativePrompt,
    long seed,
    int width,
    int height,
    int steps,
    float guidanceScale) {

  /** Whether every step asks the model twice, with and without the prompt. */
  public boolean guided() {
    return guidanceScale > 1;
  }
}
