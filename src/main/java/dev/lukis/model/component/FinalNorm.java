package dev.lukis.model.component;

import dev.lukis.tensor.Tensor;
import java.util.Optional;

/**
 * The layer normalisation at the end of a text encoder, for hidden states of an earlier layer. A
 * graph does not give its factors away, so they are found from what goes in and what comes out.
 * Immutable.
 *
 * @param factors of each channel
 * @param offsets of each channel
 */
record FinalNorm(double[] factors, double[] offsets, double eps) {
  private static final double TOLERANCE = 1e-3;

  /**
   * Fits a line to each channel.
   *
   * @param before hidden states of the last layer, [rows, tokens, width]
   * @param after the same, normalised
   * @return nothing where they are not related in this way
   */
  static Optional<FinalNorm> fit(Tensor before, Tensor after, double eps) {
    int width = before.shape().size(2);
    double[] normal = normalised(before, width, eps);
    double[] factors = new double[width];
    double[] offsets = new double[width];
    int tokens = normal.length / width;
    for (int channel = 0; channel < width; channel++) {
      double x = 0;
      double y = 0;
      double xx = 0;
      double xy = 0;
      for (int i = channel; i < normal.length; i += width) {
        x += normal[i];
        y += after.data()[i];
        xx += normal[i] * normal[i];
        xy += normal[i] * after.data()[i];
      }
      factors[channel] = (tokens * xy - x * y) / (tokens * xx - x * x);
      offsets[channel] = (y - factors[channel] * x) / tokens;
    }
    FinalNorm fitted = new FinalNorm(factors, offsets, eps);
    return fitted.fits(normal, after) ? Optional.of(fitted) : Optional.empty();
  }

  private boolean fits(double[] normal, Tensor after) {
    for (int i = 0; i < normal.length; i++) {
      double expected = after.data()[i];
      double error = Math.abs(scaled(normal[i], i) - expected);
      if (!(error <= TOLERANCE * Math.max(1, Math.abs(expected)))) {
        return false;
      }
    }
    return true;
  }

  private double scaled(double normal, int index) {
    int channel = index % factors.length;
    return factors[channel] * normal + offsets[channel];
  }

  /**
   * @param states [rows, tokens, width]
   */
  Tensor apply(Tensor states) {
    double[] normal = normalised(states, factors.length, eps);
    float[] scaled = new float[normal.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (float) scaled(normal[i], i);
    }
    return new Tensor(states.shape(), scaled);
  }

  private static double[] normalised(Tensor states, int width, double eps) {
    float[] values = states.data();
    double[] normal = new double[values.length];
    for (int from = 0; from < values.length; from += width) {
      double mean = 0;
      double squares = 0;
      for (int i = from; i < from + width; i++) {
        mean += values[i] / width;
      }
      for (int i = from; i < from + width; i++) {
        squares += (values[i] - mean) * (values[i] - mean) / width;
      }
      for (int i = from; i < from + width; i++) {
        normal[i] = (values[i] - mean) / Math.sqrt(squares + eps);
      }
    }
    return normal;
  }
}
