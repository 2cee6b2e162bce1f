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
  boolean differsInWordsOnly(GenerationRequest other) {
    ImageRequest a = image;
    ImageRequest b = other.image;
    return plan == other.plan
        && a.seed() == b.seed()
        && a.width() == b.width()
        && a.height() == b.height()
        && a.steps() == b.steps()
        && a.guidanceScale() == b.guidanceScale();
  }

  boolean sameSize(GenerationRequest other) {
    return image.width() == other.image.width() && image.height() == other.image.height();
  }
}
