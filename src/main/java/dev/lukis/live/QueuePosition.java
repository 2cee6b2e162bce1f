package dev.lukis.live;

import dev.lukis.session.SessionClock;

/**
 * Sends a waiting client its position in the queue. Times in nanoseconds. On the connection's
 * executor only.
 */
final class QueuePosition {
  private final ConnectionOutput output;
  private final SessionClock clock;

  // Mutable state
  private int position;
  private long sentAt;

  QueuePosition(ConnectionOutput output, SessionClock clock) {
    this.output = output;
    this.clock = clock;
  }

  /** The position has changed; 1 is admitted next. */
  void moved(int now) {
    position = now;
  }

  /**
   * @param revision of the newest prompt that waits, or 0
   */
  void send(long revision) {
    sentAt = clock.nanoTime();
    output.queued(revision, position);
  }

  /** Whether the client has a position and was sent none for this long. */
  boolean isReminderDue(long every) {
    return position > 0 && clock.nanoTime() - sentAt >= every;
  }
}
