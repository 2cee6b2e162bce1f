package dev.lukis.admission;

import java.util.Locale;

/**
 * A rate with a burst.
 *
 * @param perSecond sustained rate, at most one a nanosecond
 * @param burst available at once after a pause
 */
public record Rate(double perSecond, double burst) {
  // Bucket4j takes whole numbers of tokens and at most one token a nanosecond.
  private static final long REFILL_SECONDS = 1_000;
  private static final double MAX_PER_SECOND = 1e9;

  /**
   * @throws IllegalArgumentException when either is not positive
   */
  public Rate {
    if (!(perSecond > 0 && burst > 0)) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "rate: %s a second, burst %s (expected: both > 0)", perSecond, burst));
    }
  }

  /** Whole tokens in whole seconds. */
  record Refill(long tokens, long seconds) {}

  Refill refill() {
    double bounded = Math.min(perSecond, MAX_PER_SECOND);
    return new Refill(Math.max(1, Math.round(bounded * REFILL_SECONDS)), REFILL_SECONDS);
  }

  long wholeBurst() {
    return Math.max(1, Math.round(burst));
  }

  Rate times(double factor) {
    return new Rate(perSecond, burst * factor);
  }
}
