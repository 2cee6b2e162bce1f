package dev.lukis.admission;

import java.util.concurrent.TimeUnit;

/**
 * Something that may be taken at a {@link Rate}. Times in nanoseconds of any clock that only goes
 * forward. Not thread-safe.
 */
final class TokenBucket {
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Rate rate;

  // Mutable state
  private double level;
  private long filledAt;

  /** A full one. */
  TokenBucket(Rate rate, long now) {
    this.rate = rate;
    this.level = rate.burst();
    this.filledAt = now;
  }

  /**
   * How long until so much can be taken, 0 for now. What is above the burst can be taken from a
   * full bucket, which then owes it: else it could never be.
   */
  long wait(double amount, long now) {
    fill(now);
    double missing = Math.min(amount, rate.burst()) - level;
    return missing <= 0 ? 0 : (long) Math.ceil(missing / rate.perSecond() * NANOS);
  }

  /** Takes so much, whether or not it is there. */
  void take(double amount, long now) {
    fill(now);
    level -= amount;
  }

  boolean full(long now) {
    fill(now);
    return level >= rate.burst();
  }

  private void fill(long now) {
    level = Math.min(rate.burst(), level + (now - filledAt) * rate.perSecond() / NANOS);
    filledAt = now;
  }
}
