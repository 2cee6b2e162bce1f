package dev.lukis.session;

import dev.lukis.image.ImageFormat;
import dev.lukis.painting.FetchableImage;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintedImage;
import dev.lukis.session.delivery.AckWindow;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Optional;

/**
 * Sends one image at a time: fetches it, which encodes it, then writes it within a deadline, and
 * reports what came of it. On the session's executor only.
 */
final class ImageSender implements AutoCloseable {
  private final SessionOutput output;
  private final SessionSupport support;
  private final Duration limit;
  private final TaskGuard guard;
  private final AckWindow window;
  private final ImageOutbox.Events events;
  private final Runnable next;
  private final DelayedTask deadline;
  private final Delivery delivery;

  // Mutable state
  private boolean sending;
  private boolean closed;
  private Cancellable fetching = () -> {};

  /**
   * @param limit of time for a write
   * @param guard runs what happens later
   * @param window numbers the images that are written
   * @param next is run when an image was sent or lost and another may follow
   */
  ImageSender(
      SessionOutput output,
      SessionSupport support,
      Duration limit,
      TaskGuard guard,
      AckWindow window,
      ImageOutbox.Events events,
      Runnable next) {
    this.output = output;
    this.support = support;
    this.limit = limit;
    this.guard = guard;
    this.window = window;
    this.events = events;
    this.next = next;
    this.deadline = new DelayedTask(support.clock(), guard);
    this.delivery = new Delivery(output, support.observer());
  }

  /** A revision has arrived, which makes images of older ones stale. */
  void arrived(long revision, long now) {
    delivery.arrived(revision, now);
  }

  /** Whether an image is being sent. */
  boolean busy() {
    return sending;
  }

  /** Sends an image; must not be called while {@link #busy()}. */
  void send(FetchableImage image, ImageFormat format) {
    sending = true;
    fetching =
        image
            .fetch(format)
            .emitOn(support.executor())
            .subscribe()
            .with(
                painted -> guard.run(() -> write(painted)),
                failure -> guard.run(() -> failed(image.header(), failure)));
  }

  // Credit is taken here: an image that was blocked is never acknowledged.
  private void write(PaintedImage image) {
    support.cache().put(image);
    if (closed) {
      return;
    }
    deadline.set(limit, events::stalled);
    long number = window.take();
    long elapsed = delivery.sending(image, now());
    Uni.createFrom()
        .deferred(() -> output.image(number, image, elapsed))
        .emitOn(support.executor())
        .subscribe()
        .with(
            done -> guard.run(() -> written(image.header())),
            failure -> guard.run(() -> failed(image.header(), failure)));
  }

  private void written(ImageHeader image) {
    delivery.written(image, now());
    done();
  }

  private void failed(ImageHeader image, Throwable failure) {
    if (!closed) {
      delivery.failed(image, failure);
      events.lost(image);
    }
    done();
  }

  private void done() {
    deadline.cancel();
    sending = false;
    next.run();
    events.sent();
  }

  private long now() {
    return support.clock().nanoTime();
  }

  /** The image sent last. */
  Optional<PaintedImage> last() {
    return delivery.last();
  }

  /** Cancels an image that is being fetched; an image whose write has begun is not recalled. */
  @Override
  public void close() {
    closed = true;
    fetching.cancel();
    deadline.cancel();
  }
}
