package dev.lukis.session;

import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Mailbox;
import dev.lukis.image.ImageFormat;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks for images: of the cache where it has them, else of the dispatcher; and knows which have yet
 * to come. Not thread-safe.
 */
final class GenerationRequests {
  private final Mailbox mailbox;
  private final ImageCache cache;
  private final Consumer<Picture> show;
  private final OutstandingRequests owed = new OutstandingRequests();

  /**
   * @param show is given what the cache has
   */
  GenerationRequests(Mailbox mailbox, ImageCache cache, Consumer<Picture> show) {
    this.mailbox = mailbox;
    this.cache = cache;
    this.show = show;
  }

  /**
   * @return false when the request is a commit and too many of them wait: nothing has changed
   */
  boolean ask(GenerationRequest request, ImageFormat format) {
    if (remembered(request, format)) {
      return true;
    }
    boolean accepted = mailbox.offer(request);
    if (accepted) {
      owed.asked(request);
    }
    return accepted;
  }

  /**
   * Whether the cache had it. A commit that is not answered yet has to be shown before anything
   * newer.
   */
  boolean remembered(GenerationRequest request, ImageFormat format) {
    Optional<Picture> found = owed.commits() ? Optional.empty() : cache.find(request, format);
    found.ifPresent(
        picture -> {
          mailbox.withdraw();
          show.accept(picture);
        });
    return found.isPresent();
  }

  /** The image of a request is there, or will not come. */
  void answered(GenerationRequest request) {
    owed.answered(request);
  }

  /** What was to be settled has changed. */
  void changed() {
    owed.settleForgotten();
  }

  /** Forgets what was asked for, except commits. */
  void withdraw() {
    mailbox.withdraw();
    owed.settleForgotten();
  }

  /** Forgets what was asked for. */
  void stop() {
    mailbox.stop();
    owed.forgotten();
  }

  /** Whether everything asked for has been answered, drafts aside. */
  boolean nothingOwed() {
    return owed.nothing();
  }

  void close() {
    mailbox.close();
  }
}
