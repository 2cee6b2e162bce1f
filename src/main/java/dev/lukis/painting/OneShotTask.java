package dev.lukis.painting;

import dev.lukis.image.ImageFormat;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the images of one request, one after the other, and emits them. While one is fetched,
 * only the newest waits. Thread-safe.
 */
final class OneShotTask implements PaintingListener {
  private final ImageFormat format;
  private final MultiEmitter<? super PaintedImage> emitter;

  // Mutable state, guarded by this
  private @Nullable FetchableImage waiting;
  private boolean fetching;
  private boolean closed;
  private Cancellable fetch = () -> {};

  OneShotTask(ImageFormat format, MultiEmitter<? super PaintedImage> emitter) {
    this.format = format;
    this.emitter = emitter;
  }

  @Override
  public void onImage(FetchableImage image) {
    synchronized (this) {
      waiting = image;
    }
    next();
  }

  @Override
  public void onFailure(PaintRequest request, PaintingException failure) {
    emitter.fail(failure);
  }

  private void next() {
    FetchableImage image;
    synchronized (this) {
      image = waiting;
      if (image == null || fetching || closed) {
        return;
      }
      waiting = null;
      fetching = true;
    }
    Cancellable started =
        image.fetch(format).subscribe().with(this::fetched, failure -> emitter.fail(failure));
    synchronized (this) {
      fetch = started;
    }
  }

  private void fetched(PaintedImage image) {
    emitter.emit(image);
    if (!image.header().preview()) {
      emitter.complete();
      return;
    }
    synchronized (this) {
      fetching = false;
    }
    next();
  }

  /** Nothing is fetched any more. */
  void close() {
    Cancellable running;
    synchronized (this) {
      closed = true;
      waiting = null;
      running = fetch;
    }
    running.cancel();
  }
}
