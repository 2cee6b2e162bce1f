package dev.lukis.model;

import dev.lukis.model.family.SamplingPlan;

/**
 * What a model is and how it likes to be used.
 *
 * @param name as shown to people
 * @param width of its images in pixels, where nothing else is asked
 * @param height likewise
 * @param resizable whether other sizes work
 * @param tokens how many tokens of a prompt it reads; {@link Integer#MAX_VALUE}: all
 * @param draft the plan during typing: fewest steps
 * @param settle the plan once they pause
 * @param tinyDecoder whether it has a tiny decoder beside its own
 * @param steerNoise how much of a sample has to be noise, 0 to 1, for newer words still to show
 */
public record ModelCard(
    String name,
    int width,
    int height,
    boolean resizable,
    int tokens,
    SamplingPlan draft,
    SamplingPlan settle,
    boolean tinyDecoder,
    float steerNoise) {

  private static final int MULTIPLE = 64;
  private static final int LARGEST = 1024;

  /** Whether no prompt is too long for it. */
  public boolean readsAll() {
    return tokens == Integer.MAX_VALUE;
  }

  /** Whether the model can paint an image of this size. */
  public boolean supports(int askedWidth, int askedHeight) {
    if (askedWidth == width && askedHeight == height) {
      return true;
    }
    return resizable && possible(askedWidth) && possible(askedHeight);
  }

  private static boolean possible(int size) {
    return size >= MULTIPLE && size <= LARGEST && size % MULTIPLE == 0;
  }

  /** The sizes that {@link #supports} accepts, in words. */
  public String supportedSizes() {
    String own = width + " x " + height;
    return resizable ? own + ", or multiples of " + MULTIPLE + " up to " + LARGEST : own;
  }
}
