package dev.lukis.session.delivery;

import dev.lukis.painting.FetchableImage;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Images that wait to be sent. Only the newest waits; final images of commits are kept, in order.
 * Not thread-safe.
 */
public final class PendingImages {
  // Mutable state
  private final Deque<FetchableImage> images = new ArrayDeque<>();

  /**
   * Adds the newest image.
   *
   * @return whether an older one was dropped for it
   */
  public boolean add(FetchableImage image) {
    boolean drops = !images.isEmpty() && !images.getLast().header().committed();
    if (drops) {
      images.removeLast();
    }
    images.addLast(image);
    return drops;
  }

  /** Removes and returns the oldest image. */
  public FetchableImage take() {
    return images.removeFirst();
  }

  /** Drops all images except commits. */
  public void withdraw() {
    images.removeIf(image -> !image.header().committed());
  }

  /** Drops all images. */
  public void clear() {
    images.clear();
  }

  /** How many final images of commits wait. */
  public long committed() {
    return images.stream().filter(image -> image.header().committed()).count();
  }

  public boolean isEmpty() {
    return images.isEmpty();
  }
}
