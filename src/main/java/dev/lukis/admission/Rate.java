package dev.lukis.admission;

/**
 * How much may be taken.
 *
 * @param perSecond in the long run
 * @param burst at once, after a while of nothing
 */
public record Rate(double perSecond, double burst) {
  /**
   * @throws IllegalArgumentException when either is not positive
   */
  public Rate {
    if (!(perSecond > 0 && burst > 0)) {
      throw new IllegalArgumentException(
          "rate: %s a second, burst %s (expected: both > 0)".formatted(perSecond, burst));
    }
  }
}
