package dev.lukis.gallery;

import dev.lukis.painting.PaintedImage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The newest final images of one session, which it can share until it closes. Thread-safe.
 *
 * <p>How many bytes all sessions keep together is bounded: an image may be dropped before it is
 * shared.
 */
public final class ShareableImages implements AutoCloseable {
  static final int KEPT = 16;

  private final String session;
  private final ImageShares shares;

  // Mutable state, guarded by this
  private final Deque<Long> numbers = new ArrayDeque<>();
  private int shared;

  ShareableImages(String session, ImageShares shares) {
    this.session = session;
    this.shares = shares;
  }

  /**
   * Keeps an image; beyond {@link #KEPT}, the oldest is dropped.
   *
   * @param number of the image in its session
   */
  public synchronized void keep(long number, PaintedImage image) {
    shares.keep(key(number), image);
    numbers.addLast(number);
    if (numbers.size() > KEPT) {
      shares.forget(key(numbers.removeFirst()));
    }
  }

  /** The image, counted as one of the session's shares. */
  synchronized Optional<PaintedImage> claim(long number, int limit) {
    Optional<PaintedImage> image = shares.kept(key(number));
    if (image.isPresent() && shared == limit) {
      throw new TooManySharesException(limit);
    }
    shared += image.isPresent() ? 1 : 0;
    return image;
  }

  /** Drops the kept images. Images that were shared stay. */
  @Override
  public synchronized void close() {
    numbers.forEach(number -> shares.forget(key(number)));
    numbers.clear();
    shares.closed(session);
  }

  private ImageShares.Key key(long number) {
    return new ImageShares.Key(session, number);
  }
}
