package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;
import dev.lukis.model.sketch.place.Trees.Kind;

/** Land that people look after. Stateless. */
final class Fields {
  private Fields() {}

  static double farm(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.52, 0.6);
    Ground.farHills(c, r, light, horizon);
    Rgb field = light.lit(r.vary(Rgb.of(0.66, 0.62, 0.3), 0.07));
    c.below(horizon, field.times(0.95), field.times(0.8), 0.4);
    double at = r.uniform(0.3, 0.7);
    for (int k = -12; k <= 12; k++) {
      c.line(field.times(0.7), 0.008, 0.6, at + k * 0.05, horizon, at + k * 0.3, 1);
    }
    if (r.chance(0.6)) {
      Choices house = r.of("house");
      double x = house.number(0.08, 0.68);
      Buildings.house(c, house, light, x, horizon + 0.03, 0.2, 0.16);
    }
    return horizon + 0.05;
  }

  static double garden(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.54, 0.62);
    Trees.row(c, r, light, horizon + 0.02, 0.24, r.between(3, 6), Kind.ROUND, 0.1);
    if (r.chance(0.7)) {
      fence(c, light, horizon);
    }
    Ground.grass(c, r, light, horizon + 0.04, Rgb.of(0.4, 0.68, 0.3));
    return horizon + 0.07;
  }

  private static void fence(Canvas c, Light light, double horizon) {
    double foot = horizon + 0.06;
    double top = horizon - 0.07;
    for (int k = 0; k <= 20; k++) {
      double x = k / 20.0;
      double left = x - 0.016;
      double right = x + 0.016;
      Rgb white = light.lit(0.95, 0.94, 0.9);
      c.polygon(white, 1, left, foot, left, top, x, top - 0.02, right, top, right, foot);
    }
    c.rectangle(0, horizon - 0.03, 1, horizon - 0.012, light.lit(0.88, 0.87, 0.83));
  }

  static double park(Canvas c, Choices r, Light light) {
    double horizon = garden(c, r, light) - 0.02;
    float[] path = Profiles.waves(r, c.side(), 0.8, 0.7, 0.03);
    c.below(path, light.lit(0.82, 0.74, 0.58), light.lit(0.74, 0.66, 0.5));
    return horizon;
  }

  static double playground(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.58, 0.64);
    Trees.row(c, r, light, horizon + 0.01, 0.2, 5, Kind.ROUND, 0.25);
    Ground.grass(c, r, light, horizon, Ground.GREEN, false);
    c.ellipse(0.5, 0.9, 0.6, 0.2, light.lit(0.9, 0.8, 0.58));
    double x = r.uniform(0.05, 0.15);
    swings(c, light, x);
    Rgb blue = light.lit(0.2, 0.45, 0.8);
    c.line(blue, 0.02, 1, x + 0.55, 0.8, x + 0.75, 0.44, x + 0.78, 0.44, x + 0.78, 0.8);
    return horizon + 0.08;
  }

  private static void swings(Canvas c, Light light, double x) {
    Rgb red = light.lit(0.86, 0.26, 0.24);
    c.line(red, 0.016, 1, x, 0.78, x + 0.08, 0.4, x + 0.36, 0.4, x + 0.44, 0.78);
    for (double k : new double[] {0.14, 0.26}) {
      c.line(light.lit(0.3, 0.3, 0.3), 0.004, 1, x + k, 0.4, x + k, 0.66);
      c.rectangle(x + k - 0.03, 0.66, x + k + 0.03, 0.675, light.lit(0.2, 0.45, 0.8));
    }
  }

  static double court(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.56, 0.62);
    Trees.row(c, r, light, horizon, 0.14, 9, Kind.ROUND, 0.3);
    Rgb ground =
        light.lit(
            r.among(Rgb.of(0.76, 0.42, 0.3), Rgb.of(0.3, 0.5, 0.68), Rgb.of(0.34, 0.58, 0.32)));
    c.below(horizon, ground.times(0.92), ground);
    Rgb white = light.lit(0.97, 0.97, 0.95);
    double far = horizon + 0.06;
    c.line(white, 0.01, 1, 0.25, far, 0.75, far, 1.05, 0.98, -0.05, 0.98, 0.25, far);
    c.line(white, 0.008, 1, 0.5, far, 0.5, 0.98);
    return far;
  }
}
