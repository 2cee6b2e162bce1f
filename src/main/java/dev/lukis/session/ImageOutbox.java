package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a slow client current: one image is being sent, and only the newest waits. An image is
 * encoded when its turn to be sent has come, so that what is dropped was never encoded. The settled
 * image of a commit is not dropped. On the session's executor only.
 *
 * <p>With acknowledgements, at most {@link #CREDIT} images are unacknowledged. A client has stalled
 * when one write, or one acknowledgement for which an image waits, takes longer than the deadline.
 */
final class ImageOutbox {
  static final int CREDIT = 2;

  private final SessionOutput output;
  private final SessionSupport support;
  private final Duration limit;
  private final Runnable stalled;
  private final Runnable emptied;
  private final DelayedTask deadline;
  private final Delivery delivery;
  private final Deque<Picture> pending = new ArrayDeque<>();

  // Mutable state
  private SessionSettings settings;
  private boolean sending;
  private boolean owed;
  private long sent;
  private long acknowledged;
  private volatile boolean closed;

  /**
   * @param limit of time for a write and for an acknowledgement
   * @param stalled is run when one takes longer
   * @param emptied is run after every image, for whoever waits until none is left
   */
  ImageOutbox(
      SessionOutput output,
      SessionSupport support,
      Duration limit,
      Runnable stalled,
      Runnable emptied,
      SessionSettings settings) {
    this.output = output;
    this.support = support;
    this.limit = limit;
    this.stalled = stalled;
    this.emptied = emptied;
    this.deadline = new DelayedTask(support.clock());
    this.settings = settings;
    this.delivery = new Delivery(output, support.observer());
  }

  void configure(SessionSettings changed) {
    settings = changed;
    if (!changed.acks()) {
      acknowledged = sent;
      nothingOwed();
    }
    pump();
  }

  /** A revision has arrived, which makes images of older ones stale. */
  void arrived(long revision, long now) {
    delivery.arrived(revision, now);
  }

  void offer(Picture picture) {
    if (!pending.isEmpty() && !pending.getLast().committed()) {
      pending.removeLast();
      support.observer().dropped();
    }
    pending.addLast(picture);
    pump();
  }

  /** Forgets what waits, except commits. */
  void withdraw() {
    pending.removeIf(picture -> !picture.committed());
    stopWaitingForNothing();
  }

  /** Forgets what waits. */
  void clear() {
    pending.clear();
    stopWaitingForNothing();
  }

  private void stopWaitingForNothing() {
    if (pending.isEmpty()) {
      nothingOwed();
    }
  }

  /**
   * @throws RefusedException when no such image is unacknowledged
   */
  void acknowledge(long number) {
    if (number <= acknowledged || number > sent) {
      throw new RefusedException(
          "unknown-image",
          "image: %d (expected: one sent and not acknowledged: %s)"
              .formatted(number, unacknowledged()));
    }
    acknowledged = number;
    nothingOwed();
    pump();
  }

  // No write is under way while an acknowledgement is owed: the deadline is that one's.
  private void nothingOwed() {
    if (owed) {
      owed = false;
      deadline.cancel();
    }
  }

  private String unacknowledged() {
    return acknowledged == sent ? "none is" : (acknowledged + 1) + ".." + sent;
  }

  /** Settled images of commits that wait. */
  long committed() {
    return pending.stream().filter(Picture::committed).count();
  }

  void close() {
    closed = true;
    deadline.cancel();
    pending.clear();
  }

  private void pump() {
    if (closed || sending || pending.isEmpty()) {
      return;
    }
    if (settings.acks() && sent - acknowledged >= CREDIT) {
      awaitAcknowledgement();
      return;
    }
    sending = true;
    sent++;
    acknowledged = settings.acks() ? acknowledged : sent;
    send(pending.removeFirst(), sent);
  }

  private void awaitAcknowledgement() {
    if (!owed) {
      owed = true;
      deadline.set(limit, stalled);
    }
  }

  private void send(Picture picture, long number) {
    ImageFormat format = settings.format();
    Uni.createFrom()
        .item(() -> encode(picture, format))
        .runSubscriptionOn(support.encoders())
        .emitOn(support.executor())
        .flatMap(encoded -> write(picture, number, format, encoded))
        .emitOn(support.executor())
        .subscribe()
        .with(done -> written(picture), failure -> failed(picture, failure));
  }

  // On an encoder's thread; `closed` alone is read from there.
  private byte[] encode(Picture picture, ImageFormat format) {
    if (closed) {
      return new byte[0];
    }
    long before = support.clock().nanoTime();
    byte[] encoded = picture.encoder().apply(format);
    support.observer().encoded(support.clock().nanoTime() - before);
    support.cache().put(picture, format, encoded);
    return encoded;
  }

  private Uni<Void> write(Picture picture, long number, ImageFormat format, byte[] encoded) {
    if (closed) {
      return Uni.createFrom().voidItem();
    }
    deadline.set(limit, stalled);
    long elapsed = support.clock().nanoTime() - picture.request().receivedAtNanos();
    OutgoingImage image =
        new OutgoingImage(
            number,
            picture.encoded(encoded),
            format,
            encoded,
            TimeUnit.NANOSECONDS.toMillis(elapsed));
    delivery.sending(image);
    return output.image(image);
  }

  private void written(Picture picture) {
    delivery.written(picture, support.clock().nanoTime());
    next();
  }

  private void failed(Picture picture, Throwable failure) {
    if (!closed) {
      delivery.failed(picture, failure);
    }
    next();
  }

  private void next() {
    deadline.cancel();
    sending = false;
    pump();
    emptied.run();
  }

  /** Whether nothing waits and nothing is being sent. */
  boolean empty() {
    return pending.isEmpty() && !sending;
  }

  /** The image sent last. */
  Optional<OutgoingImage> last() {
    return delivery.last();
  }
}
