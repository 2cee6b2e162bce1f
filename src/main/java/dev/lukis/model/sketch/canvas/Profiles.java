package dev.lukis.model.sketch.canvas;

import java.util.Arrays;

/**
 * Random lines across a picture: a height for each column, as a fraction of the side. Stateless.
 */
public final class Profiles {
  private static final int WAVES = 4;

  private Profiles() {}

  static float[] level(int side, double level) {
    float[] line = new float[side];
    Arrays.fill(line, (float) level);
    return line;
  }

  /** A smooth line around a level: a sum of sines of growing frequency. */
  public static float[] waves(Choices r, int side, double level, double count, double height) {
    return waves(r, side, level, count, height, 0.5);
  }

  /**
   * @param roughness how much each faster wave keeps of the strength of the one before
   */
  public static float[] waves(
      Choices r, int side, double level, double count, double height, double roughness) {
    float[] line = level(side, level);
    for (int k = 0; k < WAVES; k++) {
      double phase = r.uniform(0, 2 * Math.PI);
      double strength = r.uniform(0.6, 1) * StrictMath.pow(roughness, k) * height / 1.6;
      double turns = 2 * Math.PI * count * StrictMath.pow(1.7, k) / side;
      for (int x = 0; x < side; x++) {
        line[x] += (float) (StrictMath.sin(turns * x + phase) * strength);
      }
    }
    return line;
  }

  /**
   * A mountain line around a foot.
   *
   * @param height of its highest possible top above the foot
   */
  public static float[] peaks(
      Choices r, int side, double foot, int count, double height, double sharp) {
    float[] line = new float[side];
    for (int k = 0; k < count; k++) {
      double at = (k + r.uniform(0.1, 0.9)) / count;
      double tall = height * r.uniform(0.5, 1);
      double wide = tall * r.uniform(0.8, 1.4) / sharp;
      for (int x = 0; x < side; x++) {
        double top = -tall + Math.abs((double) x / side - at) / wide * tall;
        line[x] = (float) Math.min(line[x], top);
      }
    }
    float[] rough = waves(r, side, foot, 9, height * 0.04, 0.8);
    for (int x = 0; x < side; x++) {
      line[x] += rough[x];
    }
    return line;
  }
}
