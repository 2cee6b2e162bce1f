package dev.lukis.scheduler.noise;

import java.util.OptionalDouble;

/**
 * Noise levels that are spaced by themselves, instead of by their timesteps.
 *
 * @param spacing of the levels
 * @param sigmaMin the lowest level, in place of the lowest there is
 * @param sigmaMax the highest level, in place of the highest there is
 */
public record Respacing(SigmaSpacing spacing, OptionalDouble sigmaMin, OptionalDouble sigmaMax) {
  public Respacing {
    sigmaMin.ifPresent(sigma -> Checks.positive("sigma_min", sigma));
    sigmaMax.ifPresent(sigma -> Checks.positive("sigma_max", sigma));
  }

  /**
   * @param highest there is
   * @param lowest there is
   */
  public double[] between(double highest, double lowest, int count) {
    return spacing.between(sigmaMax.orElse(highest), sigmaMin.orElse(lowest), count);
  }
}
