package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/** A {@link SigmaSchedule} whose samples have the variance-preserving form. */
abstract class PreservingSchedule extends SigmaSchedule {
  PreservingSchedule(float[] timesteps, float[] sigmas) {
    super(timesteps, sigmas);
  }

  @Override
  public final float initNoiseSigma() {
    return 1;
  }

  @Override
  public final Tensor scaleModelInput(Tensor sample, int stepIndex) {
    return sample;
  }
}
