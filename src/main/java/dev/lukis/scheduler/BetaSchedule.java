package dev.lukis.scheduler;

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
      double root = Spacing.between(Math.sqrt(start), Math.sqrt(end), timestep, count);
      return root * root;
    }
  };

  abstract double beta(double start, double end, int timestep, int count);
}
