package dev.lukis.scheduler;

import java.util.Arrays;

/**
 * The noise level at each training timestep of a variance-preserving model, as the ratio of noise
 * to data: sqrt((1 - a) / a), where a is the cumulative product of 1 - beta. Immutable.
 */
public final class TrainedNoise {
  private final double[] sigmas;

  private TrainedNoise(double[] sigmas) {
    this.sigmas = sigmas;
  }

  /**
   * @param betaStart above 0
   * @param betaEnd at least {@code betaStart} and below 1
   * @throws IllegalArgumentException when a value is out of range
   */
  public static TrainedNoise of(
      int numTrainTimesteps, double betaStart, double betaEnd, BetaSchedule betaSchedule) {
    Checks.positive("num_train_timesteps", numTrainTimesteps);
    Checks.positive("beta_start", betaStart);
    Checks.positive("1 - beta_end", 1 - betaEnd);
    double[] sigmas = new double[numTrainTimesteps];
    double alphasCumprod = 1;
    for (int i = 0; i < numTrainTimesteps; i++) {
      alphasCumprod *= 1 - betaSchedule.beta(betaStart, betaEnd, i, numTrainTimesteps);
      sigmas[i] = Math.sqrt((1 - alphasCumprod) / alphasCumprod);
    }
    return new TrainedNoise(sigmas);
  }

  int numTrainTimesteps() {
    return sigmas.length;
  }

  /** The noise levels at timesteps that may lie between two trained ones. */
  double[] sigmasAt(double[] timesteps) {
    return Arrays.stream(timesteps).map(this::sigmaAt).toArray();
  }

  /** The noise level at a timestep that may lie between two trained ones. */
  double sigmaAt(double timestep) {
    int below = (int) Math.min(Math.max(Math.floor(timestep), 0), sigmas.length - 2);
    double part = timestep - below;
    return (1 - part) * sigmas[below] + part * sigmas[below + 1];
  }

  /** The timesteps of noise levels, interpolated in the logarithm. */
  double[] timestepsAt(double[] sigmas) {
    return Arrays.stream(sigmas).map(this::timestepAt).toArray();
  }

  private double timestepAt(double sigma) {
    int found = Arrays.binarySearch(sigmas, sigma);
    int above = found >= 0 ? found : -found - 1;
    int below = Math.min(Math.max(above - 1, 0), sigmas.length - 2);
    double low = Math.log(sigmas[below]);
    double high = Math.log(sigmas[below + 1]);
    double part = (Math.log(sigma) - low) / (high - low);
    return below + Math.min(Math.max(part, 0), 1);
  }
}
