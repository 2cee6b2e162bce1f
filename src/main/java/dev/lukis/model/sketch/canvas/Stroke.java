package dev.lukis.model.sketch.canvas;

import java.util.Arrays;

/** How much of each pixel a line of segments with round ends covers. Immutable. */
final class Stroke {
  private final int left;
  private final int top;
  private final int right;
  private final int bottom;
  private final float[] mask;

  private Stroke(int left, int top, int right, int bottom) {
    this.left = left;
    this.top = top;
    this.right = Math.max(left, right);
    this.bottom = Math.max(top, bottom);
    this.mask = new float[(this.right - left) * (this.bottom - top)];
  }

  /**
   * @param points x and y of each, in pixels
   * @param half of the thickness, in pixels
   */
  static Stroke of(double[] points, float half, int width, int height) {
    double pad = half + 1;
    double[] xs = every(points, 0);
    double[] ys = every(points, 1);
    Stroke stroke =
        new Stroke(
            limited(least(xs) - pad, width),
            limited(least(ys) - pad, height),
            limited(most(xs) + pad + 1, width),
            limited(most(ys) + pad + 1, height));
    for (int i = 0; i + 3 < points.length; i += 2) {
      stroke.segment(points[i], points[i + 1], points[i + 2], points[i + 3], half);
    }
    return stroke;
  }

  private static double[] every(double[] points, int offset) {
    double[] values = new double[points.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = points[2 * i + offset];
    }
    return values;
  }

  private static double least(double[] values) {
    return Arrays.stream(values).min().orElse(0);
  }

  private static double most(double[] values) {
    return Arrays.stream(values).max().orElse(0);
  }

  private static int limited(double value, int limit) {
    return (int) Math.min(Math.max(value, 0), limit);
  }

  private void segment(double x0, double y0, double x1, double y1, float half) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double length = Math.max(dx * dx + dy * dy, 1e-9);
    double pad = half + 1;
    int endX = Math.min(right, (int) (Math.max(x0, x1) + pad + 1));
    int endY = Math.min(bottom, (int) (Math.max(y0, y1) + pad + 1));
    for (int y = Math.max(top, (int) (Math.min(y0, y1) - pad)); y < endY; y++) {
      double py = y + 0.5 - y0;
      for (int x = Math.max(left, (int) (Math.min(x0, x1) - pad)); x < endX; x++) {
        double px = x + 0.5 - x0;
        double t = Math.min(Math.max((px * dx + py * dy) / length, 0), 1);
        double ex = px - t * dx;
        double ey = py - t * dy;
        float covered = half + 0.5f - (float) Math.sqrt(ex * ex + ey * ey);
        int i = (y - top) * (right - left) + x - left;
        mask[i] = Math.max(mask[i], Math.min(covered, 1));
      }
    }
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  int right() {
    return right;
  }

  int bottom() {
    return bottom;
  }

  /** The covered part of a pixel within these bounds, 0..1. */
  float at(int x, int y) {
    return mask[(y - top) * (right - left) + x - left];
  }
}
