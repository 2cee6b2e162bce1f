package dev.lukis.scheduler;

/** The noise levels and timesteps that {@link Schedule}s of the Euler family share. */
public abstract class SigmaSchedule implements Schedule {
  private final float[] timesteps;
  private final float[] sigmas;

  /**
   * @param timesteps one for each call
   * @param sigmas one for each call and a last one, which is where the sample ends
   */
  protected SigmaSchedule(float[] timesteps, float[] sigmas) {
    if (sigmas.length != timesteps.length + 1) {
      throw new IllegalArgumentException(
          "number of sigmas: " + sigmas.length + " (expected: " + (timesteps.length + 1) + ")");
    }
    this.timesteps = timesteps;
    this.sigmas = sigmas;
  }

  @Override
  public final int calls() {
    return timesteps.length;
  }

  /** One call a step, where a subclass does not say otherwise. */
  @Override
  public int steps() {
    return timesteps.length;
  }

  @Override
  public final float timestep(int callIndex) {
    return timesteps[callIndex];
  }

  @Override
  public final float sigma(int callIndex) {
    return sigmas[callIndex];
  }

  /** The change to the next, lower noise level: negative. */
  protected final float sigmaChange(int callIndex) {
    return sigmas[callIndex + 1] - sigmas[callIndex];
  }
}
