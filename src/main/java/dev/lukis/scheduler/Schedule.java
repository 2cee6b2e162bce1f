package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * The denoising steps of a generation, in order. Immutable and thread-safe: whatever changes from
 * step to step is an argument. Step indices run from 0 to {@code steps() - 1}.
 */
public interface Schedule {
  int steps();

  /** The training timestep, 0..999, that the model is told at a step. */
  float timestep(int stepIndex);

  /** The noise level of the sample before a step; at {@code steps()}, after the last one. */
  float sigma(int stepIndex);

  /**
   * How much of the sample is noise before a step, from 1 (all) to 0 (none): the weight of the
   * noise where the squares of the weights of noise and clean sample have the sum 1, or the weights
   * themselves for flow matching. At {@code steps()}, after the last step.
   */
  default float noiseShare(int stepIndex) {
    double sigma = sigma(stepIndex);
    return (float) (sigma / Math.sqrt(1 + sigma * sigma));
  }

  /** The factor by which standard normal noise becomes the first sample. */
  float initNoiseSigma();

  /** The sample as the model wants to see it at a step; same shape. */
  Tensor scaleModelInput(Tensor sample, int stepIndex);

  /** Moves the sample by one step; all tensors have the sample's shape. */
  SchedulerStep step(Tensor modelOutput, int stepIndex, Tensor sample, StepContext context);
}
