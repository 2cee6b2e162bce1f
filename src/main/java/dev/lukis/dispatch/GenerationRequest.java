package dev.lukis.dispatch;

import dev.lukis.pipeline.ImageRequest;

/**
 * A revision that is to be painted.
 *
 * @param revision the client's number of the edit
 * @param plan why
 * @param image what
 * @param receivedAtNanos when the revision reached the server, on the dispatcher's clock
 */
public record GenerationRequest(
    long revision, Plan plan, ImageRequest image, long receivedAtNanos) {

  /** Whether a generation for this request can go on under the other's words. */
  boolean sameScene(GenerationRequest other) {
    return image.seed() == other.image.seed() && sameSize(other);
  }

  boolean sameSize(GenerationRequest other) {
    return image.width() == other.image.width() && image.height() == other.image.height();
  }
}
