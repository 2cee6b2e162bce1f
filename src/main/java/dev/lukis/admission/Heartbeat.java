package dev.lukis.admission;

/**
 * Whether there still is somebody at the other end. Times in nanoseconds. Written by one thread,
 * read by any.
 */
public final class Heartbeat {
  // Mutable state
  private volatile long heardAt;
  private volatile long typedAt;

  /** What is the matter. */
  public enum State {
    /** Nothing is. */
    WELL,
    /** Not even a ping was answered. */
    SILENT,
    /** The machine is there, and nobody types. */
    IDLE
  }

  public Heartbeat(long now) {
    heardAt = now;
    typedAt = now;
  }

  /** Anything came, be it the answer to a ping. */
  public void heard(long now) {
    heardAt = now;
  }

  /** A person did something. */
  public void typed(long now) {
    heardAt = now;
    typedAt = now;
  }

  /**
   * @param silence nothing was heard for longer than this: silent
   * @param idle nothing was typed for longer than this: idle
   */
  public State state(long now, long silence, long idle) {
    if (now - heardAt > silence) {
      return State.SILENT;
    }
    return now - typedAt > idle ? State.IDLE : State.WELL;
  }
}
