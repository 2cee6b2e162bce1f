package dev.lukis.scheduler.noise;

import dev.lukis.tensor.Tensor;
import java.util.Arrays;

/** Keeps the predicted clean sample within bounds, as models of pixels want it. Stateless. */
@FunctionalInterface
public interface OriginalBound {
  /** No bound: as models of latents want it. */
  OriginalBound NONE = original -> original;

  /** Of the same shape. */
  Tensor bounded(Tensor original);

  /**
   * {@code clip_sample} in diffusers.
   *
   * @param range the largest absolute value, above 0
   */
  static OriginalBound clip(double range) {
    Checks.positive("clip_sample_range", range);
    return original -> clipped(original, (float) range, 1);
  }

  /**
   * {@code thresholding} in diffusers: Saharia et al., "Photorealistic Text-to-Image Diffusion
   * Models with Deep Language Understanding" (2022), section 2.3.
   *
   * @param ratio of the values that stay as they are, 0 to 1
   * @param largest the bound that is not exceeded, at least 1
   */
  static OriginalBound dynamic(double ratio, double largest) {
    if (!(ratio >= 0 && ratio <= 1)) {
      throw new IllegalArgumentException(
          "dynamic_thresholding_ratio: " + ratio + " (expected: 0..1)");
    }
    if (!(largest >= 1)) {
      throw new IllegalArgumentException("sample_max_value: " + largest + " (expected: >= 1)");
    }
    return original -> {
      float bound = (float) Math.min(Math.max(quantile(original.data(), ratio), 1), largest);
      return clipped(original, bound, 1 / bound);
    };
  }

  private static Tensor clipped(Tensor original, float bound, float factor) {
    float[] values = original.data().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.min(Math.max(values[i], -bound), bound) * factor;
    }
    return new Tensor(original.shape(), values);
  }

  private static double quantile(float[] values, double ratio) {
    float[] sorted = values.clone();
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = Math.abs(sorted[i]);
    }
    Arrays.sort(sorted);
    double place = ratio * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
