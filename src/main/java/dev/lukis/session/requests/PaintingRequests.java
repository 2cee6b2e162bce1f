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
 * the painter. Knows which are cancelled and which have yet to come. Not thread-safe.
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
   * Shows the image of a request if the cache has it. Older images that are on their way are
   * forgotten. A commit that is not answered yet must be shown before anything newer.
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

  /** The image of a request is there, or will not come. */
  public void answered(PaintRequest request) {
    outstanding.answered(request);
  }

  /** The words to be settled have changed. */
  public void changed() {
    outstanding.settleForgotten();
  }

  /** Cancels what was asked for, except commits. */
  public void withdraw() {
    channel.withdraw();
    outstanding.settleForgotten();
    forgotten.uncommitted(sequence);
  }

  /** Cancels what was asked for. */
  public void stop() {
    channel.stop();
    outstanding.forgotten();
    forgotten.everything(sequence);
  }

  /** Whether everything asked for has been answered, drafts aside. */
  public boolean nothingOutstanding() {
    return outstanding.nothing();
  }

  public void close() {
    channel.close();
  }
}
