package dev.lukis.dispatch.timing;

/**
 * Records when the current turn of the denoising thread started, so that a native call that never
 * returns is detected. Times in nanoseconds. Written by the denoising thread, read by any thread.
 */
public final class TurnWatch {
  private static final long RESTING = Long.MIN_VALUE;

  // Mutable state
  private volatile long begunAt = RESTING;

  /** A turn begins. */
  public void begin(long now) {
    begunAt = now;
  }

  /** The turn has ended. */
  public void end() {
    begunAt = RESTING;
  }

  /** Whether no turn runs, or the current one has taken at most this long. */
  public boolean within(long limit, long now) {
    long begun = begunAt;
    return begun == RESTING || now - begun <= limit;
  }
}
