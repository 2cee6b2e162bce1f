package dev.lukis.scheduler.noise;

import dev.lukis.tensor.Tensor;

/**
 * The parts of a sample, {@code clean} times the clean sample plus {@code noise} times standard
 * normal noise.
 *
 * @param clean alpha in the literature
 * @param noise sigma in the literature
 */
public record NoiseMix(double clean, double noise) {
  /** Nothing but the clean sample. */
  public static final NoiseMix CLEAN = new NoiseMix(1, 0);

  /** In the variance-preserving form, where the squares of the parts have the sum 1. */
  public static NoiseMix ofAlphaCumprod(double alphaCumprod) {
    return new NoiseMix(Math.sqrt(alphaCumprod), Math.sqrt(1 - alphaCumprod));
  }

  /**
   * In the variance-preserving form.
   *
   * @param sigma the ratio of the parts
   */
  public static NoiseMix preserving(double sigma) {
    double clean = 1 / Math.sqrt(1 + sigma * sigma);
    return new NoiseMix(clean, sigma * clean);
  }

  /** In the form of flow matching, where the parts themselves have the sum 1. */
  public static NoiseMix flow(double sigma) {
    return new NoiseMix(1 - sigma, sigma);
  }

  /** The ratio of the parts. */
  public double sigma() {
    return noise / clean;
  }

  /** Half the logarithm of the signal-to-noise ratio, lambda in the literature. */
  public double lambda() {
    return Math.log(clean) - Math.log(noise);
  }

  /** A sample made of its parts. */
  public Tensor of(Tensor original, Tensor pureNoise) {
    return original.times((float) clean).plus((float) noise, pureNoise);
  }

  /** The noise in a sample of which the clean part is known. */
  public Tensor noiseIn(Tensor sample, Tensor original) {
    return sample.times((float) (1 / noise)).plus((float) (-clean / noise), original);
  }
}
