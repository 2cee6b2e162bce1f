package dev.lukis.scheduler;

/** The noise levels and timesteps that {@link Schedule}s of the Euler family share. */
abstract class SigmaSchedule implements Schedule {
  private final float[] timesteps;
  private final float[] sigmas;

  /**
   * @param timesteps one for each step
   * @param sigmas one for each step and a last one, which is where the sample ends
   */
  SigmaSchedule(float[] timesteps, float[] sigmas) {
    if (sigmas.length != timesteps.length + 1) {
      throw new IllegalArgumentException(
          "sigmas: " + sigmas.length + " (expected: " + (timesteps.length + 1) + ")");
    }
    this.timesteps = timesteps;
    this.sigmas = sigmas;
  }

  @Override
  public final int steps() {
    return timesteps.length;
  }

  @Override
  public final float timestep(int stepIndex) {
    return timesteps[stepIndex];
  }

  @Override
  public final float sigma(int stepIndex) {
    return sigmas[stepIndex];
  }

  /** The step to the next, lower noise level: negative. */
  final float sigmaChange(int stepIndex) {
    return sigmas[stepIndex + 1] - sigmas[stepIndex];
  }
}
