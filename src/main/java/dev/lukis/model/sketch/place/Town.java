package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** Streets and buildings. Stateless. */
final class Town {
  private Town() {}

  static double skyline(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.68, 0.76);
    double far = r.uniform(0.45, 0.6);
    Buildings.row(c, r.of("far"), light, horizon, far, r.between(7, 11), 0.45);
    double near = r.uniform(0.3, 0.42);
    Buildings.row(c, r.of("near"), light, horizon, near, r.between(5, 8), 0.1);
    Rgb grey = light.lit(0.5, 0.5, 0.52);
    c.below(horizon, grey.times(0.9), grey, 0.3);
    c.rectangle(0, horizon + 0.03, 1, horizon + 0.045, grey.times(1.2).clipped());
    return horizon + 0.04;
  }

  static double road(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.5, 0.6);
    if (r.chance(0.5)) {
      Ground.farHills(c, r, light, horizon + 0.01);
    } else {
      Buildings.row(c, r, light, horizon + 0.01, 0.25, 9, 0.4);
    }
    Ground.grass(c, r, light, horizon, Rgb.of(0.42, 0.58, 0.3), false);
    double at = r.uniform(0.4, 0.6);
    Rgb grey = light.lit(0.36, 0.36, 0.39);
    c.polygon(grey, 1, at - 0.02, horizon, at + 0.02, horizon, at + 0.5, 1.01, at - 0.5, 1.01);
    for (int k = 0; k < 7; k++) {
      mark(c, light, at, horizon, StrictMath.pow(k / 7.0, 1.6), StrictMath.pow((k + 0.5) / 7, 1.6));
    }
    return horizon + 0.06;
  }

  // One mark of the line in the middle of a road.
  private static void mark(
      Canvas c, Light light, double at, double horizon, double from, double to) {
    double top = horizon + (1 - horizon) * from;
    double bottom = horizon + (1 - horizon) * to;
    double a = 0.003 + 0.016 * from;
    double b = 0.003 + 0.016 * to;
    Rgb white = light.lit(0.98, 0.94, 0.8);
    c.polygon(white, 1, at - a, top, at + a, top, at + b, bottom, at - b, bottom);
  }

  static double street(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.66, 0.74);
    double at = -0.02;
    while (at < 1) {
      double wide = r.uniform(0.2, 0.3);
      Buildings.house(c, r, light, at, horizon, wide, r.uniform(0.28, 0.44));
      at += wide + 0.004;
    }
    Rgb pavement = light.lit(0.68, 0.66, 0.64);
    c.below(horizon, pavement, pavement);
    c.below(horizon + 0.07, light.lit(0.38, 0.38, 0.41), light.lit(0.3, 0.3, 0.33));
    for (int k = 0; k < 5; k++) {
      double x = k * 0.25 + r.unit() * 0.01;
      Rgb white = light.lit(0.95, 0.92, 0.8);
      c.rectangle(x, horizon + 0.16, x + 0.12, horizon + 0.175, white);
    }
    return horizon + 0.03;
  }

  static double village(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.56, 0.64);
    Ground.farHills(c, r, light, horizon);
    int count = r.between(3, 5);
    for (int k = 0; k < count; k++) {
      double x = 0.03 + k * 0.22 + r.uniform(-0.02, 0.02);
      Buildings.house(c, r, light, x, horizon + 0.03, 0.15, 0.12);
    }
    Ground.grass(c, r, light, horizon + 0.02);
    return horizon + 0.06;
  }

  static double ruins(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.6, 0.66);
    Ground.farHills(c, r, light, horizon, Rgb.of(0.6, 0.6, 0.42), 1);
    Rgb stone = r.vary(Rgb.of(0.84, 0.78, 0.66), 0.03);
    c.below(horizon, light.lit(stone.times(0.86)), light.lit(stone.times(0.7)), 0.4);
    int count = r.between(4, 6);
    for (int k = 0; k < count; k++) {
      double tall = r.number(0.42, 0.42, 0.24, 0.34);
      column(c, light, stone, 0.04 + k * 0.19, horizon, tall);
    }
    return horizon + 0.06;
  }

  private static void column(Canvas c, Light light, Rgb stone, double x, double foot, double tall) {
    double wide = 0.07;
    c.rectangle(x, foot - tall, x + wide, foot + 0.03, light.lit(stone));
    for (int j = 0; j < 3; j++) {
      double left = x + wide * (0.15 + 0.3 * j);
      c.rectangle(left, foot - tall, left + wide * 0.1, foot, light.lit(stone.times(0.86)));
    }
    Rgb bright = light.lit(stone.times(1.06).clipped());
    for (double y : new double[] {foot - tall - 0.02, foot + 0.01}) {
      c.rectangle(x - 0.015, y, x + wide + 0.015, y + 0.03, bright);
    }
  }
}
