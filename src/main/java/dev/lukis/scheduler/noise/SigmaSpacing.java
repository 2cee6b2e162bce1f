package dev.lukis.scheduler.noise;

/** How noise levels are spaced between the highest and the lowest. */
public enum SigmaSpacing {
  /** Equation 5 of Karras et al. (2022) with rho = 7: {@code use_karras_sigmas} in diffusers. */
  KARRAS {
    @Override
    double at(double highest, double lowest, int index, int count) {
      double root =
          Spacing.between(Math.pow(highest, 1 / RHO), Math.pow(lowest, 1 / RHO), index, count);
      return Math.pow(root, RHO);
    }
  },
  /** Evenly in the logarithm: {@code use_exponential_sigmas} and {@code use_lu_lambdas}. */
  EXPONENTIAL {
    @Override
    double at(double highest, double lowest, int index, int count) {
      return Math.exp(Spacing.between(Math.log(highest), Math.log(lowest), index, count));
    }
  },
  /**
   * By the quantiles of the beta distribution with both parameters 0.6, so that there are more
   * levels at both ends: Lee et al., "Beta Sampling is All You Need" (2024); {@code
   * use_beta_sigmas}.
   */
  BETA {
    @Override
    double at(double highest, double lowest, int index, int count) {
      double quantile = BetaQuantile.of(1 - Spacing.between(0, 1, index, count));
      return lowest + quantile * (highest - lowest);
    }
  };

  private static final double RHO = 7;

  abstract double at(double highest, double lowest, int index, int count);

  /** So many falling levels, the first and the last as given. */
  public double[] between(double highest, double lowest, int count) {
    double[] levels = new double[count];
    for (int i = 0; i < count; i++) {
      levels[i] = at(highest, lowest, i, count);
    }
    return levels;
  }
}
