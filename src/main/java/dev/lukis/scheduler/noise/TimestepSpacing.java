package dev.lukis.scheduler.noise;

/**
 * Which training timesteps are visited, {@code timestep_spacing} in diffusers: table 2 of Lin et
 * al., "Common Diffusion Noise Schedules and Sample Steps are Flawed" (2023).
 */
public enum TimestepSpacing {
  /** From the last timestep to the first, both included. */
  LINSPACE {
    @Override
    double at(int index, int count, int numTrainTimesteps, int stepsOffset) {
      // The lowest point is never left out: one step alone is there.
      return Spacing.between(0, numTrainTimesteps - 1, count - 1 - index, count);
    }
  },
  /** Equal whole strides, the first timestep included. */
  LEADING {
    @Override
    double at(int index, int count, int numTrainTimesteps, int stepsOffset) {
      return (double) (count - 1 - index) * (numTrainTimesteps / count) + stepsOffset;
    }
  },
  /** Equal strides, the last timestep included. */
  TRAILING {
    @Override
    double at(int index, int count, int numTrainTimesteps, int stepsOffset) {
      return Math.rint(numTrainTimesteps - index * ((double) numTrainTimesteps / count)) - 1;
    }
  };

  abstract double at(int index, int count, int numTrainTimesteps, int stepsOffset);

  /** {@code count} falling timesteps. */
  public double[] timesteps(int count, int numTrainTimesteps, int stepsOffset) {
    double[] timesteps = new double[count];
    for (int i = 0; i < count; i++) {
      timesteps[i] = at(i, count, numTrainTimesteps, stepsOffset);
    }
    return timesteps;
  }

  /** {@code count} falling timesteps, each a whole one. */
  public double[] wholeTimesteps(int count, int numTrainTimesteps, int stepsOffset) {
    double[] timesteps = timesteps(count, numTrainTimesteps, stepsOffset);
    for (int i = 0; i < count; i++) {
      timesteps[i] = Math.rint(timesteps[i]);
    }
    return timesteps;
  }

  /**
   * {@code count} falling whole timesteps for samplers whose last step ends at no noise: the lowest
   * of one point more is left out.
   */
  public double[] timestepsAboveNone(int count, int numTrainTimesteps, int stepsOffset) {
    double[] timesteps = new double[count];
    for (int i = 0; i < count; i++) {
      timesteps[i] =
          switch (this) {
            case LINSPACE ->
                Math.rint(Spacing.between(0, numTrainTimesteps - 1, count - i, count + 1));
            case LEADING -> (double) (count - i) * (numTrainTimesteps / (count + 1)) + stepsOffset;
            case TRAILING -> at(i, count, numTrainTimesteps, stepsOffset);
          };
    }
    return timesteps;
  }
}
