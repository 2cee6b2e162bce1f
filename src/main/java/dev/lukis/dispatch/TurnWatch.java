package dev.lukis.dispatch;

/**
 * Since when the denoising thread is in one turn, so that a native call that never returns is
 * noticed. Times in nanoseconds. Written by the denoising thread, read by any.
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

  /** Whether the present turn, if there is one, has taken no longer than this. */
  boolean within(long limit, long now) {
    long begun = begunAt;
    return begun == RESTING || now - begun <= limit;
  }
}
