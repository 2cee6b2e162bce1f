package dev.lukis.scheduler;

/** The noise levels of equation 5 in Karras et al. (2022), with rho = 7. */
final class KarrasSigmas {
  private static final double RHO = 7;

  private KarrasSigmas() {}

  /** As many falling levels as given, between the same first and last. */
  static double[] respace(double[] sigmas) {
    return between(sigmas[0], sigmas[sigmas.length - 1], sigmas.length);
  }

  /** So many falling levels, the first and the last as given. */
  static double[] between(double highest, double lowest, int count) {
    double first = Math.pow(highest, 1 / RHO);
    double last = Math.pow(lowest, 1 / RHO);
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = Math.pow(Spacing.between(first, last, i, count), RHO);
    }
    return levels;
  }
}
