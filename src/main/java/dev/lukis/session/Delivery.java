package dev.lukis.session;

import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.PaintingException;
import dev.lukis.session.delivery.Staleness;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Reports images that were sent or lost, and remembers the last. Not thread-safe. */
final class Delivery {
  private final SessionOutput output;
  private final SessionObserver observer;
  private final Staleness staleness = new Staleness();

  // Mutable state
  private long sentRevision;
  private long blockedRevision;
  private Optional<PaintedImage> last = Optional.empty();

  Delivery(SessionOutput output, SessionObserver observer) {
    this.output = output;
    this.observer = observer;
  }

  /** A revision has arrived, which makes images of older ones stale. */
  void arrived(long revision, long now) {
    staleness.arrived(revision, now);
  }

  /**
   * An image is being sent.
   *
   * @return milliseconds since its revision reached the server
   */
  long sending(PaintedImage image, long now) {
    last = Optional.of(image);
    return TimeUnit.NANOSECONDS.toMillis(now - image.header().request().receivedAtNanos());
  }

  /** The image sent last. */
  Optional<PaintedImage> last() {
    return last;
  }

  void written(ImageHeader image, long now) {
    long revision = image.revision();
    long elapsed = now - image.request().receivedAtNanos();
    if (revision > sentRevision) {
      observer.firstImage(elapsed);
    }
    if (image.settled()) {
      observer.settledImage(elapsed);
    }
    sentRevision = Math.max(sentRevision, revision);
    observer.staleness(staleness.shown(revision, now));
  }

  /** A blocked image is told once a revision: its previews are likely to be blocked too. */
  void failed(ImageHeader image, Throwable failure) {
    long revision = image.revision();
    if (!(failure instanceof PaintingException refused)) {
      output.failed(
          revision, PaintingException.NOT_ENCODED, "the image could not be encoded or sent");
      return;
    }
    if (!refused.code().equals(PaintingException.IMAGE_BLOCKED)) {
      output.failed(revision, refused.code(), refused.answer());
      return;
    }
    observer.imageBlocked();
    if (revision > blockedRevision) {
      blockedRevision = revision;
      output.failed(revision, refused.code(), refused.answer());
    }
  }
}
