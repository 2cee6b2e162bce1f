package dev.lukis.scheduler.noise;

/**
 * The quantiles of the beta distribution with both parameters 0.6, by bisection of its distribution
 * function: Press et al., "Numerical Recipes" (2007), section 6.4.
 */
final class BetaQuantile {
  private static final double SHAPE = 0.6;

  /** The beta function of the parameters. */
  private static final double COMPLETE = 2.4153442080024723;

  private static final int TERMS = 200;
  private static final double ACCURACY = 1e-16;

  private BetaQuantile() {}

  /**
   * @param probability 0 to 1
   */
  static double of(double probability) {
    // The distribution is symmetric, and the lower half has the better accuracy.
    if (probability > 0.5) {
      return 1 - of(1 - probability);
    }
    double low = 0;
    double high = 0.5;
    for (double middle = 0.25; low < middle && middle < high; middle = (low + high) / 2) {
      if (below(middle) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return probability == 0 ? 0 : high;
  }

  /** The probability of a value below {@code x}, which is at most one half. */
  private static double below(double x) {
    double front = Math.pow(x * (1 - x), SHAPE) / (SHAPE * COMPLETE);
    return front * fraction(x);
  }

  // The continued fraction of the incomplete beta function, by Lentz's method.
  private static double fraction(double x) {
    double c = 1;
    double d = 1 / (1 - 2 * SHAPE * x / (SHAPE + 1));
    double fraction = d;
    for (int m = 1; m <= TERMS; m++) {
      double even = m * (SHAPE - m) * x / ((SHAPE + 2 * m - 1) * (SHAPE + 2 * m));
      d = 1 / (1 + even * d);
      c = 1 + even / c;
      fraction *= d * c;
      double odd = -(SHAPE + m) * (2 * SHAPE + m) * x / ((SHAPE + 2 * m) * (SHAPE + 2 * m + 1));
      d = 1 / (1 + odd * d);
      c = 1 + odd / c;
      fraction *= d * c;
      if (Math.abs(d * c - 1) < ACCURACY) {
        break;
      }
    }
    return fraction;
  }
}
