package dev.lukis.dispatch;

/**
 * The recent time from the start of a draft to its image, as an exponential moving average. Written
 * by the denoising thread, read by any thread.
 */
final class DraftTime {
  private static final double WEIGHT = 0.2;

  // Mutable state
  private volatile long nanos;

  void add(long taken) {
    nanos = nanos == 0 ? taken : Math.round(nanos + WEIGHT * (taken - nanos));
  }

  /** 0 before the first draft. */
  long nanos() {
    return nanos;
  }
}
