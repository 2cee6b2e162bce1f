package dev.lukis.dispatch;

import org.jspecify.annotations.Nullable;

/** A session as the denoising loop sees it. Denoising thread only. */
final class Lane {
  static final long NEVER = Long.MIN_VALUE;

  private final Mailbox mailbox;
  private final GenerationListener listener;

  // Mutable state
  private @Nullable RunningGeneration running;
  private long shownRevision = NEVER;
  private long lastServed = NEVER;

  Lane(Mailbox mailbox, GenerationListener listener) {
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

  void run(@Nullable RunningGeneration generation) {
    running = generation;
  }

  /** Whether the session has yet to see anything of the revision that runs. */
  boolean unseen() {
    return running != null && running.request().revision() > shownRevision;
  }

  void shown(long revision) {
    shownRevision = Math.max(shownRevision, revision);
  }

  /** The turn in which this lane last took part in a step. */
  long lastServed() {
    return lastServed;
  }

  void served(long turn) {
    lastServed = turn;
  }
}
