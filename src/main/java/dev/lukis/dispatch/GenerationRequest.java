package dev.lukis.dispatch;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.Plan;

/**
 * A request for one generation.
 *
 * @param sequence identity of the request within its mailbox; rises from request to request
 * @param revision the client's number of the edit; a draft and its settle share one
 * @param plan why the image is made
 * @param image what to paint
 * @param receivedAtNanos when the edit reached the server; for metrics only
 */
public record GenerationRequest(
    long sequence, long revision, Plan plan, ImageSpec image, long receivedAtNanos) {

  /** Whether a generation for this request can go on under the other's words. */
  boolean sameScene(GenerationRequest other) {
    return image.seed() == other.image.seed() && sameSize(other);
  }

  boolean sameSize(GenerationRequest other) {
    return image.width() == other.image.width() && image.height() == other.image.height();
  }
}
