package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import dev.lukis.painting.FetchableImage;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintedImage;
import dev.lukis.session.delivery.AckWindow;
import dev.lukis.session.delivery.PendingImages;
import java.time.Duration;
import java.util.Optional;

/**
 * Keeps a slow client current: one image is being sent, and only the newest waits. An image is
 * fetched, and so encoded, when its turn to be sent has come; a dropped image is never encoded. The
 * final image of a commit is not dropped. On the session's executor only.
 *
 * <p>With acknowledgements, at most {@link AckWindow#CREDIT} images are unacknowledged; further
 * images wait for as long as it takes, because a hidden page may acknowledge nothing for hours. A
 * client has stalled if one write takes longer than the deadline.
 */
final class ImageOutbox {
  /** What a session is told of its outbox, on its executor. */
  interface Events {
    /** A write took longer than the deadline. */
    void stalled();

    /** An image was blocked, or could not be encoded or written. */
    void lost(ImageHeader image);

    /** An image was sent or lost, and the next one may follow. */
    void sent();

    /** Images that waited for an acknowledgement may be sent again. */
    void resumed();
  }

  /** A client that has acknowledged nothing for so long is not painted for until it does. */
  private static final Duration PAUSE_AFTER = Duration.ofSeconds(2);

  private static final long NEVER = Long.MIN_VALUE;

  private final SessionSupport support;
  private final Events events;
  private final PendingImages pending = new PendingImages();
  private final AckWindow window;
  private final ImageSender sender;

  // Mutable state
  private ImageFormat format;
  private boolean flushing;
  private boolean closed;
  private long heldSince = NEVER;

  /**
   * @param limit of time for a write
   * @param guard runs what happens later
   */
  ImageOutbox(
      SessionOutput output,
      SessionSupport support,
      Duration limit,
      TaskGuard guard,
      Events events,
      SessionSettings settings) {
    this.support = support;
    this.events = events;
    this.window = new AckWindow(settings.acks());
    this.sender = new ImageSender(output, support, limit, guard, window, events, this::pump);
    this.format = settings.format();
  }

  void configure(SessionSettings changed) {
    format = changed.format();
    window.require(changed.acks());
    resume();
  }

  /** A revision has arrived, which makes images of older ones stale. */
  void arrived(long revision, long now) {
    sender.arrived(revision, now);
  }

  void offer(FetchableImage image) {
    if (pending.add(image)) {
      support.observer().dropped();
    }
    pump();
  }

  /** Drops what waits, except commits. */
  void withdraw() {
    pending.withdraw();
  }

  /** Drops what waits. */
  void clear() {
    pending.clear();
  }

  /**
   * @throws RefusedException if no such image is unacknowledged
   */
  void acknowledge(long number) {
    if (!window.acknowledge(number)) {
      throw new RefusedException(
          "unknown-image",
          "image: "
              + number
              + " (expected: one sent and not acknowledged: "
              + window.unacknowledged()
              + ")");
    }
    resume();
  }

  private void resume() {
    if (window.open() && heldSince != NEVER) {
      heldSince = NEVER;
      pump();
      events.resumed();
    } else {
      pump();
    }
  }

  /** Sends what waits without regard to acknowledgements: the connection is about to end. */
  void flush() {
    flushing = true;
    heldSince = NEVER;
    pump();
  }

  /** Final images of commits that wait. */
  long committed() {
    return pending.committed();
  }

  /** Whether the client has acknowledged nothing for a while, so that painting for it can wait. */
  boolean paused() {
    return heldSince != NEVER && support.clock().nanoTime() - heldSince >= PAUSE_AFTER.toNanos();
  }

  void close() {
    closed = true;
    sender.close();
    pending.clear();
  }

  private void pump() {
    if (closed || sender.busy() || pending.isEmpty()) {
      return;
    }
    if (!window.open() && !flushing) {
      heldSince = heldSince == NEVER ? support.clock().nanoTime() : heldSince;
      return;
    }
    sender.send(pending.take(), format);
  }

  /** Whether nothing waits and nothing is being sent. */
  boolean empty() {
    return pending.isEmpty() && !sender.busy();
  }

  /** The image sent last. */
  Optional<PaintedImage> last() {
    return sender.last();
  }
}
