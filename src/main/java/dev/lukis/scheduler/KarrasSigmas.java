package dev.lukis.scheduler;

/** The noise levels of equation 5 in Karras et al. (2022), with rho = 7. */
final class KarrasSigmas {
  private static final double RHO = 7;

  private KarrasSigmas() {}

  /** As many falling levels as given, between the same first and last. */
  static double[] respace(double[] sigmas) {
    double first = Math.pow(sigmas[0], 1 / RHO);
    double last = Math.pow(sigmas[sigmas.length - 1], 1 / RHO);
    double[] respaced = new double[sigmas.length];
    for (int i = 0; i < sigmas.length; i++) {
      respaced[i] = Math.pow(Spacing.between(first, last, i, sigmas.length), RHO);
    }
    return respaced;
  }
}
