package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.Plan;
import dev.lukis.image.ImageFormat;
import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Keeps a slow client current: one image is being sent, and only the newest waits. An image is
 * encoded when its turn to be sent has come, so that what is dropped was never encoded. The settled
 * image of a commit is not dropped. On the session's executor only.
 *
 * <p>With acknowledgements, at most {@link #CREDIT} images are unacknowledged.
 */
final class ImageOutbox {
  static final int CREDIT = 2;

  private final SessionOutput output;
  private final SessionClock clock;
  private final Executor executor;
  private final Executor encoders;

  // Mutable state
  private final Deque<GeneratedImage> pending = new ArrayDeque<>();
  private ImageFormat format = ImageFormat.JPEG;
  private boolean acks;
  private boolean sending;
  private long sent;
  private long acknowledged;
  private long dropped;
  private boolean closed;

  /**
   * @param executor the session's
   * @param encoders where images are encoded
   */
  ImageOutbox(SessionOutput output, SessionClock clock, Executor executor, Executor encoders) {
    this.output = output;
    this.clock = clock;
    this.executor = executor;
    this.encoders = encoders;
  }

  void configure(SessionSettings settings) {
    format = settings.format();
    acks = settings.acks();
    acknowledged = acks ? acknowledged : sent;
    pump();
  }

  void offer(GeneratedImage image) {
    if (!pending.isEmpty() && !mustArrive(pending.getLast())) {
      pending.removeLast();
      dropped++;
    }
    pending.addLast(image);
    pump();
  }

  /** Forgets what waits. */
  void clear() {
    pending.clear();
  }

  /**
   * @throws RefusedException when no such image is unacknowledged
   */
  void acknowledge(long number) {
    if (number <= acknowledged || number > sent) {
      throw new RefusedException(
          "unknown-image",
          "image: "
              + number
              + " (expected: one sent and not acknowledged: "
              + unacknowledged()
              + ")");
    }
    acknowledged = number;
    pump();
  }

  private String unacknowledged() {
    return acknowledged == sent ? "none is" : (acknowledged + 1) + ".." + sent;
  }

  /** Images that a newer one replaced before they were sent: dropped by design. */
  long dropped() {
    return dropped;
  }

  /** Settled images of commits that wait. */
  long committed() {
    return pending.stream().filter(ImageOutbox::mustArrive).count();
  }

  void close() {
    closed = true;
    pending.clear();
  }

  private static boolean mustArrive(GeneratedImage image) {
    return image.request().plan() == Plan.COMMIT && image.settled();
  }

  private void pump() {
    boolean credit = !acks || sent - acknowledged < CREDIT;
    if (closed || sending || !credit || pending.isEmpty()) {
      return;
    }
    sending = true;
    sent++;
    acknowledged = acks ? acknowledged : sent;
    send(pending.removeFirst(), sent, format);
  }

  private void send(GeneratedImage image, long number, ImageFormat chosen) {
    Uni.createFrom()
        .item(() -> chosen.encode(image.pixels()))
        .runSubscriptionOn(encoders)
        .emitOn(executor)
        .flatMap(encoded -> write(image, number, chosen, encoded))
        .emitOn(executor)
        .subscribe()
        .with(done -> sent(), failure -> failed(image));
  }

  private Uni<Void> write(GeneratedImage image, long number, ImageFormat chosen, byte[] encoded) {
    if (closed) {
      return Uni.createFrom().voidItem();
    }
    long elapsed = clock.nanoTime() - image.request().receivedAtNanos();
    return output.image(
        new OutgoingImage(number, image, chosen, encoded, TimeUnit.NANOSECONDS.toMillis(elapsed)));
  }

  private void sent() {
    sending = false;
    pump();
  }

  private void failed(GeneratedImage image) {
    if (!closed) {
      output.failed(
          image.request().revision(), "image-not-sent", "the image could not be encoded or sent");
    }
    sent();
  }
}
