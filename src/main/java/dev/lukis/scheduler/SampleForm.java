package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * The variance-preserving form of a sample, a * clean + b * noise with a^2 + b^2 = 1, in terms of
 * the noise level sigma = b / a.
 */
final class SampleForm {
  private SampleForm() {}

  /** The weight of the clean sample. */
  static double alpha(double sigma) {
    return 1 / Math.sqrt(1 + sigma * sigma);
  }

  /** The weight of the noise. */
  static double deviation(double sigma) {
    return sigma * alpha(sigma);
  }

  /** What a model's answer says the clean sample is. */
  static Tensor original(PredictionType type, Tensor modelOutput, float sigma, Tensor sample) {
    return type.original(modelOutput, sigma, exploding(sigma, sample));
  }

  /** The noise in a sample of which the clean part is known. */
  static Tensor noise(float sigma, Tensor sample, Tensor original) {
    return exploding(sigma, sample).plus(-1, original).times(1 / sigma);
  }

  // clean + sigma * noise
  private static Tensor exploding(float sigma, Tensor sample) {
    return sample.times((float) (1 / alpha(sigma)));
  }

  /** A sample made of its parts. */
  static Tensor of(double sigma, Tensor original, Tensor noise) {
    return original.times((float) alpha(sigma)).plus((float) deviation(sigma), noise);
  }
}
