package dev.lukis.dispatch;

/**
 * Records when the current turn of the denoising thread started, so that a native call that never
 * returns is detected. Times in nanoseconds. Written by the denoising thread, read by any thread.
 */
final class TurnWatch {
  private static final long RESTING = Long.MIN_VALUE;

  // Mutable state
  private volatile long begunAt = RESTING;

  void begin(long now) {
    begunAt = now;
  }

  void end() {
    begunAt = RESTING;
  }

  /** Whether no turn runs, or the current one has taken at most this long. */
  boolean within(long limit, long now) {
    long begun = begunAt;
    return begun == RESTING || now - begun <= limit;
  }
}
