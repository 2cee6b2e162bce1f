package dev.lukis.model.classifier;

import java.util.Arrays;

/**
 * Scales images with a triangle filter that widens as it shrinks them, so that no pixel is passed
 * over: what Pillow's {@code resize(.., BILINEAR)} does, with which image classifiers are trained.
 * Stateless.
 */
final class BilinearScaling {
  private BilinearScaling() {}

  /**
   * What an element of the result is made of.
   *
   * @param from the first element
   * @param weights of it and those after it; together 1
   */
  private record Taps(int from, float[] weights) {}

  /**
   * @param plane [height, width], row by row
   * @return [toHeight, toWidth]
   */
  static float[] scale(float[] plane, int height, int width, int toHeight, int toWidth) {
    Taps[] columns = taps(width, toWidth);
    float[] narrow = new float[height * toWidth];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < toWidth; x++) {
        narrow[y * toWidth + x] = sum(plane, y * width, 1, columns[x]);
      }
    }
    Taps[] rows = taps(height, toHeight);
    float[] scaled = new float[toHeight * toWidth];
    for (int y = 0; y < toHeight; y++) {
      for (int x = 0; x < toWidth; x++) {
        scaled[y * toWidth + x] = sum(narrow, x, toWidth, rows[y]);
      }
    }
    return scaled;
  }

  private static float sum(float[] values, int offset, int stride, Taps taps) {
    float sum = 0;
    for (int i = 0; i < taps.weights.length; i++) {
      sum += taps.weights[i] * values[offset + (taps.from + i) * stride];
    }
    return sum;
  }

  private static Taps[] taps(int from, int to) {
    double scale = (double) from / to;
    double support = Math.max(1, scale);
    Taps[] taps = new Taps[to];
    for (int i = 0; i < to; i++) {
      double center = (i + 0.5) * scale;
      int first = Math.max(0, (int) (center - support + 0.5));
      int end = Math.min(from, (int) (center + support + 0.5));
      taps[i] = new Taps(first, weights(first, end, center, support));
    }
    return taps;
  }

  private static float[] weights(int first, int end, double center, double support) {
    double[] triangle = new double[end - first];
    for (int i = 0; i < triangle.length; i++) {
      triangle[i] = Math.max(0, 1 - Math.abs((first + i + 0.5 - center) / support));
    }
    double sum = Arrays.stream(triangle).sum();
    float[] weights = new float[triangle.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (triangle[i] / sum);
    }
    return weights;
  }
}
