package dev.lukis.model.sketch;

/**
 * Resizes along one axis: by the covered area where it gets smaller, by a cubic where it gets
 * larger (Keys, "Cubic Convolution Interpolation for Digital Image Processing", 1981). Immutable.
 *
 * @param first for each new pixel, the first old one that counts
 * @param weights for each new pixel, of the old ones from there on
 */
record Resampling(int from, int[] first, float[][] weights) {
  private static final double A = -0.75;

  static Resampling of(int from, int to) {
    int[] first = new int[to];
    float[][] weights = new float[to][];
    double step = (double) from / to;
    for (int i = 0; i < to; i++) {
      if (step > 1) {
        area(i, step, from, first, weights);
      } else {
        cubic(i, step, from, first, weights);
      }
    }
    return new Resampling(from, first, weights);
  }

  private static void area(int i, double step, int from, int[] first, float[][] weights) {
    double low = i * step;
    double high = Math.min(low + step, from);
    first[i] = (int) low;
    int count = Math.max(1, Math.min((int) Math.ceil(high), from) - first[i]);
    weights[i] = new float[count];
    for (int k = 0; k < count; k++) {
      double covered = Math.min(high, first[i] + k + 1.0) - Math.max(low, first[i] + k);
      weights[i][k] = (float) (Math.max(covered, 0) / step);
    }
  }

  private static void cubic(int i, double step, int from, int[] first, float[][] weights) {
    double middle = (i + 0.5) * step - 0.5;
    int base = (int) Math.floor(middle) - 1;
    first[i] = Math.min(Math.max(base, 0), from - 1);
    int last = Math.min(Math.max(base + 3, 0), from - 1);
    weights[i] = new float[last - first[i] + 1];
    for (int k = 0; k < 4; k++) {
      int at = Math.min(Math.max(base + k, first[i]), last);
      weights[i][at - first[i]] += (float) kernel(Math.abs(middle - base - k));
    }
  }

  private static double kernel(double d) {
    if (d <= 1) {
      return ((A + 2) * d - (A + 3)) * d * d + 1;
    }
    return d < 2 ? ((A * d - 5 * A) * d + 8 * A) * d - 4 * A : 0;
  }

  /** Resizes each row. */
  float[] rows(float[] values, int height) {
    int to = first.length;
    float[] resized = new float[to * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < to; x++) {
        float[] own = weights[x];
        int at = y * from + first[x];
        float sum = 0;
        for (int k = 0; k < own.length; k++) {
          sum += own[k] * values[at + k];
        }
        resized[y * to + x] = sum;
      }
    }
    return resized;
  }

  /** Resizes each column. */
  float[] columns(float[] values, int width) {
    int to = first.length;
    float[] resized = new float[width * to];
    for (int y = 0; y < to; y++) {
      for (int k = 0; k < weights[y].length; k++) {
        float weight = weights[y][k];
        int at = (first[y] + k) * width;
        for (int x = 0; x < width; x++) {
          resized[y * width + x] += weight * values[at + x];
        }
      }
    }
    return resized;
  }
}
