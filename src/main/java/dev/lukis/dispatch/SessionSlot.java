package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A session as the denoising loop sees it. Times in nanoseconds. Denoising thread only. */
final class SessionSlot {
  static final long NEVER = Long.MIN_VALUE;

  private final Mailbox mailbox;
  private final GenerationListener listener;

  // Mutable state
  private @Nullable RunningGeneration running;
  private long shownRevision = NEVER;
  private long shownAt = NEVER;
  private long waitingSince = NEVER;

  SessionSlot(Mailbox mailbox, GenerationListener listener) {
    this.mailbox = mailbox;
    this.listener = listener;
  }

  Mailbox mailbox() {
    return mailbox;
  }

  GenerationListener listener() {
    return listener;
  }

  @Nullable RunningGeneration running() {
    return running;
  }

  /** The running generation; throws if there is none. */
  RunningGeneration requireRunning() {
    return Objects.requireNonNull(running);
  }

  /** Whether a commit runs. */
  boolean committed() {
    return running != null && running.request().plan() == Plan.COMMIT;
  }

  void run(RunningGeneration generation) {
    running = generation;
  }

  /** Clears the running generation. */
  void rest() {
    running = null;
  }

  /** Whether the session has seen no image of the running revision yet. */
  boolean unseen() {
    return running != null && running.request().revision() > shownRevision;
  }

  /** Starts the waiting time of the session, unless it runs already. */
  void waits(long now) {
    if (waitingSince == NEVER) {
      waitingSince = now;
    }
  }

  /** How long the session has waited for an image. */
  long waited(long now) {
    return waitingSince == NEVER ? 0 : now - waitingSince;
  }

  void shown(long revision, long now) {
    shownRevision = Math.max(shownRevision, revision);
    shownAt = now;
    waitingSince = NEVER;
  }

  /** When the session was last shown an image, or {@link #NEVER}. */
  long shownAt() {
    return shownAt;
  }
}
