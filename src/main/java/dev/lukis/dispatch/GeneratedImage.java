package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import dev.lukis.tensor.Tensor;

/**
 * An image of the denoising loop, not yet encoded.
 *
 * @param request the request that it answers
 * @param generation rises with every generation of a dispatcher
 * @param step number of steps done
 * @param steps number of planned steps
 * @param steered whether some of its steps used older words, so that it does not depend on its
 *     request alone
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
