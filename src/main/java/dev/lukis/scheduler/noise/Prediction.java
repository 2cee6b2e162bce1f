package dev.lukis.scheduler.noise;

import dev.lukis.tensor.Tensor;

/**
 * How a model's answer is read.
 *
 * @param type what the model predicts
 * @param bound of the clean sample
 */
public record Prediction(PredictionType type, OriginalBound bound) {
  public static Prediction of(PredictionType type) {
    return new Prediction(type, OriginalBound.NONE);
  }

  /** The clean sample, within its bound. */
  public Tensor original(NoiseMix mix, Tensor modelOutput, Tensor sample) {
    return bound.bounded(type.original(mix, modelOutput, sample));
  }

  /** The noise in the sample, whatever the bound. */
  public Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample) {
    return type.noise(mix, modelOutput, sample);
  }
}
