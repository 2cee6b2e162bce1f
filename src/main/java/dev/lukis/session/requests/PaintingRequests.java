package dev.lukis.session.requests;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.FetchableImage;
import dev.lukis.painting.ImageCache;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.PaintingChannel;
import dev.lukis.painting.Plan;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Numbers a session's requests and asks for their images: from the cache if it has them, else from
 * the painter. Keeps account of cancelled and of outstanding requests. Not thread-safe.
 */
public final class PaintingRequests {
  private final PaintingChannel channel;
  private final ImageCache cache;
  private final Consumer<FetchableImage> show;
  private final OutstandingRequests outstanding = new OutstandingRequests();
  private final ForgottenRequests forgotten = new ForgottenRequests();

  // Mutable state
  private long sequence;

  /**
   * @param show receives images from the cache
   */
  public PaintingRequests(
      PaintingChannel channel, ImageCache cache, Consumer<FetchableImage> show) {
    this.channel = channel;
    this.cache = cache;
    this.show = show;
  }

  /** A request with the next sequence number. */
  public PaintRequest number(long revision, Plan plan, ImageSpec image, long receivedAtNanos) {
    return new PaintRequest(++sequence, revision, plan, image, receivedAtNanos);
  }

  /**
   * @return false if the request is a commit and too many commits wait; nothing has changed then
   */
  public boolean ask(PaintRequest request, ImageFormat format) {
    if (remembered(request, format)) {
      return true;
    }
    boolean accepted = channel.offer(request);
    if (accepted) {
      outstanding.asked(request);
    }
    return accepted;
  }

  /**
   * Shows the image of a request if the cache has it. Older requests are cancelled then, unless a
   * commit is outstanding, which must be shown first.
   *
   * @return whether the cache had it
   */
  public boolean remembered(PaintRequest request, ImageFormat format) {
    Optional<PaintedImage> found =
        outstanding.commits() ? Optional.empty() : cache.find(request, format);
    found.ifPresent(
        image -> {
          withdraw();
          show.accept(image.fetchable());
        });
    return found.isPresent();
  }

  /** Whether the answer to a request is no longer wanted. */
  public boolean forgotten(PaintRequest request) {
    return forgotten.covers(request);
  }

  /** A request was answered: its image has arrived, or will never arrive. */
  public void answered(PaintRequest request) {
    outstanding.answered(request);
  }

  /** The words to be settled have changed. */
  public void changed() {
    outstanding.settleForgotten();
  }

  /** Cancels all requests except commits. */
  public void withdraw() {
    channel.withdraw();
    outstanding.settleForgotten();
    forgotten.uncommitted(sequence);
  }

  /** Cancels all requests. */
  public void stop() {
    channel.stop();
    outstanding.forgotten();
    forgotten.everything(sequence);
  }

  /** Whether all commits and settles have been answered. */
  public boolean nothingOutstanding() {
    return outstanding.nothing();
  }

  public void close() {
    channel.close();
  }
}
