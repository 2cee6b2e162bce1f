package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.noise.NoiseMix;

/**
 * Which equation is solved, {@code algorithm_type} in diffusers: for the noise or, with ++, for the
 * clean sample; without fresh noise or, as a stochastic differential equation, with.
 */
public enum DpmAlgorithm {
  /** DPM-Solver. */
  DPMSOLVER("dpmsolver", false, false),
  /** DPM-Solver++. */
  DPMSOLVER_PLUS_PLUS("dpmsolver++", true, false),
  /** DPM-Solver with noise. */
  SDE_DPMSOLVER("sde-dpmsolver", false, true),
  /** DPM-Solver++ with noise. */
  SDE_DPMSOLVER_PLUS_PLUS("sde-dpmsolver++", true, true);

  private final String id;
  private final boolean data;
  private final boolean stochastic;

  DpmAlgorithm(String id, boolean data, boolean stochastic) {
    this.id = id;
    this.data = data;
    this.stochastic = stochastic;
  }

  /** As it is written in configuration files. */
  public String id() {
    return id;
  }

  boolean solvesForData() {
    return data;
  }

  /** The step in lambda over which the answer is integrated, with its sign. */
  double step(NoiseMix from, NoiseMix to) {
    double step = to.lambda() - from.lambda();
    if (!data) {
      return step;
    }
    return stochastic ? -2 * step : -step;
  }

  /** What remains of the sample. */
  double kept(NoiseMix from, NoiseMix to) {
    if (!data) {
      return to.clean() / from.clean();
    }
    double kept = to.noise() / from.noise();
    return stochastic ? kept * Math.exp(from.lambda() - to.lambda()) : kept;
  }

  /** The weight of the answer. */
  double scale(NoiseMix to) {
    if (data) {
      return to.clean();
    }
    return stochastic ? 2 * to.noise() : to.noise();
  }

  /** A part of the third order's curvature, as diffusers has it. */
  double curvature() {
    return stochastic ? 0.5 : -0.5;
  }

  /** How much fresh noise is added. */
  double addedNoise(NoiseMix from, NoiseMix to) {
    if (!stochastic) {
      return 0;
    }
    double twice = 2 * (to.lambda() - from.lambda());
    return to.noise() * Math.sqrt(data ? -Math.expm1(-twice) : Math.expm1(twice));
  }
}
