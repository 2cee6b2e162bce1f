package dev.lukis.scheduler.noise;

/** How the variance added per training timestep grows, {@code beta_schedule} in diffusers. */
public enum BetaSchedule {
  /** Evenly: Ho et al., "Denoising Diffusion Probabilistic Models" (2020). */
  LINEAR {
    @Override
    double beta(double start, double end, int timestep, int count) {
      return Spacing.between(start, end, timestep, count);
    }
  },
  /** Its square root evenly: as latent diffusion models were trained. */
  SCALED_LINEAR {
    @Override
    double beta(double start, double end, int timestep, int count) {
      double root = (float) Spacing.between(Math.sqrt(start), Math.sqrt(end), timestep, count);
      return root * root;
    }
  },
  /**
   * By a squared cosine, whatever {@code beta_start} and {@code beta_end}: Nichol and Dhariwal,
   * "Improved Denoising Diffusion Probabilistic Models" (2021), equation 17.
   */
  SQUAREDCOS_CAP_V2 {
    @Override
    double beta(double start, double end, int timestep, int count) {
      return capped(cosine((timestep + 1.0) / count) / cosine((double) timestep / count));
    }

    private static double cosine(double part) {
      double cosine = Math.cos((part + 0.008) / 1.008 * Math.PI / 2);
      return cosine * cosine;
    }
  },
  /** So that the share of the clean sample falls exponentially, to exp(-12). */
  EXP {
    @Override
    double beta(double start, double end, int timestep, int count) {
      return capped(Math.exp(-12.0 * (timestep + 1) / count) / Math.exp(-12.0 * timestep / count));
    }
  };

  private static final double HIGHEST = 0.999;

  private static double capped(double kept) {
    return Math.min(1 - kept, HIGHEST);
  }

  abstract double beta(double start, double end, int timestep, int count);
}
