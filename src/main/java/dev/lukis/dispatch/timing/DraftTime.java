package dev.lukis.dispatch.timing;

/**
 * The recent time from the start of a draft to its image, as an exponential moving average. Written
 * by the denoising thread, read by any thread.
 */
public final class DraftTime {
  private static final double WEIGHT = 0.2;

  // Mutable state
  private volatile long nanos;

  /** Adds the time of one draft, in nanoseconds. */
  public void add(long taken) {
    nanos = nanos == 0 ? taken : Math.round(nanos + WEIGHT * (taken - nanos));
  }

  /** The average in nanoseconds; 0 before the first draft. */
  public long nanos() {
    return nanos;
  }
}
