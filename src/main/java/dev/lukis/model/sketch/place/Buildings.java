package dev.lukis.model.sketch.place;

import dev.lukis.model.scene.Scene.Hour;
import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;
import java.util.Arrays;

/** Rows of tall buildings, and single houses. Stateless. */
final class Buildings {
  private static final Rgb[] WALLS = {
    Rgb.of(0.56, 0.58, 0.66),
    Rgb.of(0.66, 0.58, 0.54),
    Rgb.of(0.48, 0.54, 0.62),
    Rgb.of(0.72, 0.68, 0.6)
  };
  private static final Rgb[] PLASTER = {
    Rgb.of(0.86, 0.66, 0.5),
    Rgb.of(0.9, 0.82, 0.66),
    Rgb.of(0.7, 0.76, 0.8),
    Rgb.of(0.82, 0.58, 0.52),
    Rgb.of(0.76, 0.8, 0.66)
  };

  private Buildings() {}

  static void row(
      Canvas c,
      Choices place,
      Light light,
      double foot,
      double tallest,
      int count,
      double distance) {
    Choices r = place.of("buildings");
    double[] edges = new double[count + 1];
    for (int i = 1; i < count; i++) {
      edges[i] = r.unit();
    }
    edges[count] = 1;
    Arrays.sort(edges);
    for (int i = 0; i < count; i++) {
      double top = foot - tallest * r.uniform(0.35, 1);
      Rgb wall = light.far(light.lit(r.vary(r.among(WALLS))), distance);
      double right = edges[i + 1];
      c.rectangle(edges[i], top, right, foot, wall);
      c.rectangle(right - (right - edges[i]) * 0.16, top, right, foot, wall.times(0.86));
      windows(c, r.of("windows", i), light, edges[i], right, top, foot, distance);
    }
  }

  private static void windows(
      Canvas c,
      Choices r,
      Light light,
      double left,
      double right,
      double top,
      double foot,
      double distance) {
    boolean bright = light.night() || light.hour() == Hour.SUNSET;
    Rgb glass = bright ? Rgb.of(1, 0.86, 0.5) : light.far(light.lit(0.34, 0.44, 0.56), distance);
    double step = r.number(0.028, 0.034);
    int columns = (int) ((right - left) / step) - 1;
    int rows = Math.min(14, (int) ((foot - top) / (step * 1.3)) - 1);
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < rows; j++) {
        double opacity = r.uniform(0.5, 1);
        if (r.chance(0.8)) {
          double x = left + step * (i + 0.7);
          double y = top + step * 1.3 * (j + 0.6);
          c.rectangle(x, y, x + step * 0.5, y + step * 0.7, glass, opacity);
        }
      }
    }
  }

  static void house(
      Canvas c, Choices r, Light light, double x, double foot, double wide, double tall) {
    c.rectangle(x, foot - tall, x + wide, foot, light.lit(r.vary(r.among(PLASTER))));
    Rgb roof = light.lit(r.vary(Rgb.of(0.56, 0.28, 0.22)));
    double eaves = foot - tall;
    double ridge = eaves - wide * 0.42;
    c.polygon(roof, 1, x - 0.015, eaves, x + wide / 2, ridge, x + wide + 0.015, eaves);
    Rgb glass = light.night() ? Rgb.of(1, 0.85, 0.5) : light.lit(0.5, 0.66, 0.78);
    for (int row = 0; row < Math.max(1, (int) (tall / 0.15)); row++) {
      double y = eaves + 0.03 + 0.13 * row;
      for (int k = 0; k < 2 && y < foot - 0.13; k++) {
        double left = x + wide * (0.17 + 0.4 * k);
        double right = left + wide * 0.26;
        Rgb frame = light.lit(0.95, 0.93, 0.88);
        c.rectangle(left - 0.006, y - 0.006, right + 0.006, y + 0.076, frame);
        c.rectangle(left, y, right, y + 0.07, glass);
      }
    }
    Rgb door = light.lit(r.vary(Rgb.of(0.4, 0.28, 0.2), 0.1));
    c.rectangle(x + wide * 0.38, foot - 0.11, x + wide * 0.62, foot, door);
  }
}
