package dev.lukis.scheduler;

/**
 * Which training timesteps are visited, {@code timestep_spacing} in diffusers: table 2 of Lin et
 * al., "Common Diffusion Noise Schedules and Sample Steps are Flawed" (2023).
 */
public enum TimestepSpacing {
  /** From the last timestep to the first, both included. */
  LINSPACE {
    @Override
    double at(int index, int count, int numTrainTimesteps, int stepsOffset) {
      return Spacing.between(numTrainTimesteps - 1, 0, index, count);
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
  double[] timesteps(int count, int numTrainTimesteps, int stepsOffset) {
    double[] timesteps = new double[count];
    for (int i = 0; i < count; i++) {
      timesteps[i] = at(i, count, numTrainTimesteps, stepsOffset);
    }
    return timesteps;
  }
}
