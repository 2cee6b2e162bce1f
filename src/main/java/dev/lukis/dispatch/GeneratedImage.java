package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import dev.lukis.tensor.Tensor;

/**
 * An image as the denoising loop hands it on, not yet encoded.
 *
 * @param request what it answers
 * @param generation rises with every generation of a dispatcher
 * @param step how many steps it has seen
 * @param steps how many it was to see
 * @param steered whether some of its steps followed older words, so that it is not what the request
 *     alone would give
 * @param pixels [3, height, width], red, green and blue, nominally in [-1, 1]
 */
public record GeneratedImage(
    GenerationRequest request,
    long generation,
    int step,
    int steps,
    boolean steered,
    Tensor pixels) {

  /** Whether more steps follow. */
  public boolean preview() {
    return step < steps;
  }

  /** Whether it is the best image there will be of its revision. */
  public boolean settled() {
    return !preview() && request.plan() != Plan.DRAFT;
  }
}
