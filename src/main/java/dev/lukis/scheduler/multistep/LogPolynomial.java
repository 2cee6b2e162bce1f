package dev.lukis.scheduler.multistep;

/** Integrals of Lagrange's polynomials in the logarithm of a level, over the level. */
final class LogPolynomial {
  private LogPolynomial() {}

  /**
   * The antiderivative, at a level, of the polynomial that is 1 at one point and 0 at the others.
   *
   * @param level above 0
   * @param one which point
   * @param logs the logarithms of the points, one to three
   */
  static double integral(double level, int one, double[] logs) {
    double log = Math.log(level);
    double b = logs[one];
    double c = logs[(one + 1) % logs.length];
    double d = logs[(one + 2) % logs.length];
    return switch (logs.length) {
      case 1 -> level;
      case 2 -> level * (log - c - 1) / (b - c);
      default -> level * (log * log - (2 + c + d) * log + c * d + c + d + 2) / ((b - c) * (b - d));
    };
  }
}
