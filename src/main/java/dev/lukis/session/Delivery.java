package dev.lukis.session;

import java.util.Optional;

/** What came of a session's images on their way out, and who is told. Not thread-safe. */
final class Delivery {
  private final SessionOutput output;
  private final SessionObserver observer;
  private final Staleness staleness = new Staleness();

  // Mutable state
  private long sentRevision;
  private long blockedRevision;
  private Optional<OutgoingImage> last = Optional.empty();

  Delivery(SessionOutput output, SessionObserver observer) {
    this.output = output;
    this.observer = observer;
  }

  /** A revision has arrived, which makes images of older ones stale. */
  void arrived(long revision, long now) {
    staleness.arrived(revision, now);
  }

  void sending(OutgoingImage image) {
    last = Optional.of(image);
  }

  /** The image sent last. */
  Optional<OutgoingImage> last() {
    return last;
  }

  void written(Picture picture, long now) {
    long revision = picture.request().revision();
    long elapsed = now - picture.request().receivedAtNanos();
    if (revision > sentRevision) {
      observer.firstImage(elapsed);
    }
    if (picture.settled()) {
      observer.settledImage(elapsed);
    }
    sentRevision = Math.max(sentRevision, revision);
    observer.staleness(staleness.shown(revision, now));
  }

  /** A blocked image is told once a revision: its previews are likely to be kept back alike. */
  void failed(Picture picture, Throwable failure) {
    long revision = picture.request().revision();
    if (!(failure instanceof RefusedException refused)) {
      output.failed(revision, "image-not-sent", "the image could not be encoded or sent");
      return;
    }
    observer.imageBlocked();
    if (revision > blockedRevision) {
      blockedRevision = revision;
      output.failed(revision, refused.code(), refused.answer());
    }
  }
}
