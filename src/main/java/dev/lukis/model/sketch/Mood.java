package dev.lukis.model.sketch;

import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;

/**
 * Smooth random fields that all global choices of a painting come from, such as the flow of its
 * strokes: cubic B-splines over normal numbers. Immutable.
 *
 * @param fields how many
 * @param cells of the spline along each axis
 * @param scale of the fields, so that they deviate by about 1
 */
public record Mood(int fields, int cells, float scale) {
  // Far from any step's index, and not the noise that a generation begins with.
  private static final int STREAM = -2;

  /**
   * @return [fields, height, width]
   */
  public Tensor of(long seed, int height, int width) {
    int points = cells + 3;
    Tensor control = SeededNoise.normal(seed, STREAM, Shape.of(fields, points, points));
    return spread(control, height, width);
  }

  /**
   * @param control normal numbers [fields, cells + 3, cells + 3]
   */
  Tensor spread(Tensor control, int height, int width) {
    int points = cells + 3;
    float[][] down = spline(height);
    float[][] across = spline(width);
    float[] values = new float[fields * height * width];
    float[] row = new float[points];
    for (int i = 0; i < fields * height; i++) {
      int from = i / height * points * points;
      for (int k = 0; k < points; k++) {
        row[k] = 0;
        for (int j = 0; j < points; j++) {
          row[k] += down[i % height][j] * control.data()[from + j * points + k];
        }
      }
      for (int x = 0; x < width; x++) {
        float sum = 0;
        for (int k = 0; k < points; k++) {
          sum += across[x][k] * row[k];
        }
        values[i * width + x] = sum * scale;
      }
    }
    return new Tensor(Shape.of(fields, height, width), values);
  }

  // The spline's values at the middles of `count` equal intervals.
  private float[][] spline(int count) {
    float[][] values = new float[count][cells + 3];
    for (int i = 0; i < count; i++) {
      double at = (i + 0.5) / count * cells;
      for (int k = 0; k < cells + 3; k++) {
        double d = Math.abs(at - (k - 1));
        double inner = 2.0 / 3 - d * d + d * d * d / 2;
        double outer = d < 2 ? (2 - d) * (2 - d) * (2 - d) / 6 : 0;
        values[i][k] = (float) (d < 1 ? inner : outer);
      }
    }
    return values;
  }
}
