package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/** What a model was trained to predict, {@code prediction_type} in diffusers. */
public enum PredictionType {
  /** The noise in the sample. */
  EPSILON {
    @Override
    Tensor original(Tensor modelOutput, float sigma, Tensor sample) {
      return sample.plus(-sigma, modelOutput);
    }
  },
  /** The velocity: Salimans and Ho, "Progressive Distillation for Fast Sampling" (2022). */
  V_PREDICTION {
    @Override
    Tensor original(Tensor modelOutput, float sigma, Tensor sample) {
      float variance = sigma * sigma + 1;
      return sample.times(1 / variance).plus((float) (-sigma / Math.sqrt(variance)), modelOutput);
    }
  },
  /** The clean sample itself. */
  SAMPLE {
    @Override
    Tensor original(Tensor modelOutput, float sigma, Tensor sample) {
      return modelOutput;
    }
  };

  /** The clean sample, for a sample that is clean data plus {@code sigma} times noise. */
  abstract Tensor original(Tensor modelOutput, float sigma, Tensor sample);
}
