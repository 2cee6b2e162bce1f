package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * The denoising steps of a generation, in order. Most methods ask the model once a step; some ask
 * it several times in some steps. Everything here goes by calls of the model, which are numbered
 * from 0 to {@code calls() - 1}. Immutable and thread-safe: what changes from call to call is an
 * argument.
 */
public interface Schedule {
  /** Denoising steps. */
  int steps();

  /** Calls of the model, at least one a step. */
  default int calls() {
    return steps();
  }

  /**
   * The step that is reached after so many calls, 0 to {@code steps()}. A step is reached with its
   * first call; the last step has one call only.
   */
  default int stepAfter(int calls) {
    return calls;
  }

  /** Whether a call goes on with a step that an earlier call began. */
  default boolean withinStep(int callIndex) {
    return callIndex > 0 && stepAfter(callIndex) == stepAfter(callIndex + 1);
  }

  /** The training timestep, 0..999, that the model is told at a call. */
  float timestep(int callIndex);

  /** The noise level of the sample before a call; at {@code calls()}, after the last one. */
  float sigma(int callIndex);

  /**
   * How much of the sample is noise before a call, from 1 (all) to 0 (none): the weight of the
   * noise where the squares of the weights of noise and clean sample have the sum 1, or the weights
   * themselves for flow matching. At {@code calls()}, after the last call.
   */
  default float noiseShare(int callIndex) {
    double sigma = sigma(callIndex);
    return (float) (1 / Math.sqrt(1 + 1 / (sigma * sigma)));
  }

  /** The factor by which standard normal noise becomes the first sample. */
  float initNoiseSigma();

  /** The sample as the model wants to see it at a call; same shape. */
  Tensor scaleModelInput(Tensor sample, int callIndex);

  /** Moves the sample on, given the model's answer; all tensors have the sample's shape. */
  SchedulerStep step(Tensor modelOutput, int callIndex, Tensor sample, StepContext context);
}
