package dev.lukis.model.sketch.canvas;

import java.util.Arrays;

/**
 * How much of each pixel a polygon covers, exactly: signed areas are accumulated along each row, as
 * font rasterisers do. Not thread-safe; the buffer is reused.
 */
final class Coverage {
  // Mutable state
  private float[] areas = new float[0];
  private int left;
  private int top;
  private int width;
  private int height;

  /**
   * @param xs corners in pixels
   * @param ys corners in pixels
   * @param rows of the picture; what lies above or below is left out
   */
  void polygon(double[] xs, double[] ys, int rows) {
    left = (int) Math.floor(Arrays.stream(xs).min().orElse(0));
    width = (int) Math.ceil(Arrays.stream(xs).max().orElse(0)) - left + 2;
    top = (int) Math.max(0, Math.floor(Arrays.stream(ys).min().orElse(0)));
    height = (int) Math.min(rows, Math.ceil(Arrays.stream(ys).max().orElse(0))) - top;
    if (height <= 0) {
      height = 0;
      return;
    }
    reset();
    for (int i = 0; i < xs.length; i++) {
      int next = i + 1 == xs.length ? 0 : i + 1;
      edge(xs[i] - left, ys[i] - top, xs[next] - left, ys[next] - top);
    }
    sum();
  }

  private void reset() {
    int size = width * height + 1;
    if (areas.length < size) {
      areas = new float[size];
    } else {
      Arrays.fill(areas, 0, size, 0);
    }
  }

  private void edge(double fromX, double fromY, double toX, double toY) {
    if (fromY == toY) {
      return;
    }
    boolean down = fromY < toY;
    double startY = down ? fromY : toY;
    double endY = down ? toY : fromY;
    double slope = (toX - fromX) / (toY - fromY);
    double x = (down ? fromX : toX) + (startY < 0 ? -startY * slope : 0);
    int last = (int) Math.min(height, Math.ceil(endY));
    for (int y = Math.max(0, (int) startY); y < last; y++) {
      double part = Math.min(y + 1, endY) - Math.max(y, startY);
      double next = x + slope * part;
      row(y * width, x, next, down ? part : -part);
      x = next;
    }
  }

  private void row(int start, double from, double to, double area) {
    double low = Math.min(from, to);
    double high = Math.max(from, to);
    int first = (int) low;
    int end = (int) Math.ceil(high);
    if (end <= first + 1) {
      double middle = 0.5 * (from + to) - first;
      areas[start + first] += (float) (area - area * middle);
      areas[start + first + 1] += (float) (area * middle);
      return;
    }
    // The edge crosses several pixels: the covered area grows by the same amount in each between.
    double share = 1 / (high - low);
    double before = 0;
    for (int x = first; x < end; x++) {
      double a = Math.max(low, x);
      double b = Math.min(high, x + 1.0);
      double inside = (b - a) * share * (x + 1 - 0.5 * (a + b));
      areas[start + x] += (float) (area * (before + inside));
      before = (b - a) * share - inside;
    }
    areas[start + end] += (float) (area * before);
  }

  private void sum() {
    for (int y = 0; y < height; y++) {
      float covered = 0;
      for (int i = y * width; i < (y + 1) * width; i++) {
        covered += areas[i];
        areas[i] = Math.min(Math.abs(covered), 1);
      }
    }
  }

  int left() {
    return left;
  }

  int right() {
    return left + width;
  }

  int top() {
    return top;
  }

  int bottom() {
    return top + height;
  }

  /** The covered part of a pixel within these bounds, 0..1. */
  float at(int x, int y) {
    return areas[(y - top) * width + x - left];
  }
}
