package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/** A {@link SigmaSchedule} whose first sample is the noise itself, and is shown as it is. */
public abstract class PreservingSchedule extends SigmaSchedule {
  protected PreservingSchedule(float[] timesteps, float[] sigmas) {
    super(timesteps, sigmas);
  }

  @Override
  public final float initNoiseSigma() {
    return 1;
  }

  @Override
  public final Tensor scaleModelInput(Tensor sample, int callIndex) {
    return sample;
  }
}
