package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;

/** Mountain ranges, with snow and a shaded side. Stateless. */
final class Mountains {
  private Mountains() {}

  /**
   * @param distance how much air is between, 0..1
   */
  static void range(
      Canvas c,
      Choices place,
      Light light,
      double horizon,
      double height,
      boolean snow,
      double distance,
      int count) {
    Choices r = place.of("mountains");
    float[] line = Profiles.peaks(r, c.side(), horizon, count, height, r.uniform(0.8, 1.2));
    Rgb stone = light.far(light.lit(r.vary(Rgb.of(0.44, 0.46, 0.55))), distance);
    c.below(line, stone.times(1.05), stone.times(0.8), height);
    if (snow) {
      Rgb white = light.far(light.lit(0.97, 0.98, 1), distance * 0.5);
      snow(c, r, line, horizon - height * 0.62, white);
    }
    shade(c, light, line, horizon, height);
  }

  private static void snow(Canvas c, Choices r, float[] line, double level, Rgb white) {
    int side = c.side();
    float[] edge = Profiles.waves(r, side, level, 5, 0.02);
    double tooth = 9.0 / 256 * side;
    for (int x = 0; x < side; x++) {
      edge[x] += (float) (0.03 * Math.abs(x / tooth % 2 - 1));
    }
    c.tint(
        (x, y) -> {
          double middle = (y + 0.5) / side;
          return part((middle - line[x]) * side) * part((edge[x] - middle) * side);
        },
        white);
  }

  // The slopes that fall to the right.
  private static void shade(Canvas c, Light light, float[] line, double horizon, double height) {
    int side = c.side();
    c.tint(
        (x, y) -> {
          boolean falls = line[Math.min(x + 1, side - 1)] > line[Math.max(x - 1, 0)];
          double middle = (y + 0.5) / side;
          double t = clipped((horizon - middle) / (height * 0.4));
          return falls ? 0.16 * part((middle - line[x]) * side) * t * t * (3 - 2 * t) : 0;
        },
        light.lit(0.1, 0.1, 0.25));
  }

  private static double part(double pixels) {
    return clipped(pixels + 0.5);
  }

  private static double clipped(double value) {
    return Math.min(Math.max(value, 0), 1);
  }
}
