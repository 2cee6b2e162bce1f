package dev.lukis.admission;

/**
 * Tells whether a client still answers, and whether a person still uses it. Times in nanoseconds.
 * Written by one thread, read by any.
 */
public final class Heartbeat {
  // Mutable state
  private volatile long heardAt;
  private volatile long typedAt;

  /** State of a client. */
  public enum State {
    /** Answers, and is used. */
    ACTIVE,
    /** Answers nothing, not even pings. */
    SILENT,
    /** Answers pings, but is not used. */
    IDLE
  }

  public Heartbeat(long now) {
    heardAt = now;
    typedAt = now;
  }

  /** The client sent something, such as a pong. */
  public void heard(long now) {
    heardAt = now;
  }

  /** The client sent a message. */
  public void typed(long now) {
    heardAt = now;
    typedAt = now;
  }

  /**
   * @param silence a client that sends nothing for longer than this is silent
   * @param idle a client that sends no message for longer than this is idle
   */
  public State state(long now, long silence, long idle) {
    if (now - heardAt > silence) {
      return State.SILENT;
    }
    return now - typedAt > idle ? State.IDLE : State.ACTIVE;
  }
}
