package dev.lukis.scheduler.noise;

import java.util.Optional;

/**
 * How far the noise levels of flow matching are moved towards noise: Esser et al., "Scaling
 * Rectified Flow Transformers for High-Resolution Image Synthesis" (2024), section 5.3.2.
 *
 * @param shift where it does not depend on the size of the image, above 0; 1 moves nothing
 * @param dynamic where it does, {@code use_dynamic_shifting} in diffusers
 */
public record FlowShift(double shift, Optional<Dynamic> dynamic) {
  public FlowShift {
    Checks.positive("shift", shift);
  }

  public static FlowShift of(double shift) {
    return new FlowShift(shift, Optional.empty());
  }

  /**
   * A shift that grows with the number of image tokens, along a line through two points.
   *
   * @param exponential {@code time_shift_type}: whether the line gives the logarithm of the shift
   */
  public record Dynamic(
      double baseShift, double maxShift, int baseSeqLen, int maxSeqLen, boolean exponential) {
    public Dynamic {
      if (maxSeqLen == baseSeqLen) {
        throw new IllegalArgumentException(
            "max_image_seq_len: " + maxSeqLen + " (expected: not base_image_seq_len)");
      }
    }

    double at(int imageSeqLen) {
      double slope = (maxShift - baseShift) / (maxSeqLen - baseSeqLen);
      double mu = baseShift + slope * (imageSeqLen - baseSeqLen);
      return exponential ? Math.exp(mu) : mu;
    }
  }

  /**
   * @param imageSeqLen how many tokens the image has
   * @return the noise level in place of {@code sigma}, which is in [0, 1]
   */
  public double of(double sigma, int imageSeqLen) {
    double by = dynamic.map(it -> it.at(imageSeqLen)).orElse(shift);
    return by * sigma / (1 + (by - 1) * sigma);
  }
}
