package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** Furnished rooms. Stateless. */
final class Rooms {
  private static final double TILE = 0.052;

  private Rooms() {}

  static double plain(Canvas c, Choices r, Light light) {
    return Interior.room(c, r, light, true);
  }

  static double bedroom(Canvas c, Choices r, Light light) {
    double horizon = Interior.room(c, r, light, true);
    double x = r.number(0.0, 0.5);
    Rgb cloth =
        r.vary(r.among(Rgb.of(0.4, 0.55, 0.8), Rgb.of(0.85, 0.5, 0.5), Rgb.of(0.5, 0.68, 0.5)));
    c.rectangle(x + 0.02, horizon - 0.2, x + 0.06, horizon + 0.12, Rgb.of(0.45, 0.3, 0.2));
    c.rectangle(x + 0.05, horizon - 0.04, x + 0.48, horizon + 0.1, cloth);
    c.rectangle(x + 0.05, horizon - 0.04, x + 0.48, horizon - 0.01, Rgb.of(0.96, 0.95, 0.93));
    c.ellipse(x + 0.12, horizon - 0.06, 0.07, 0.035, Rgb.of(0.98, 0.97, 0.95));
    return horizon + 0.1;
  }

  static double livingRoom(Canvas c, Choices r, Light light) {
    double horizon = Interior.room(c, r, light, true);
    double x = r.uniform(0.1, 0.4);
    Rgb cloth =
        r.vary(r.among(Rgb.of(0.7, 0.35, 0.3), Rgb.of(0.35, 0.5, 0.55), Rgb.of(0.75, 0.62, 0.4)));
    c.rectangle(x, horizon - 0.16, x + 0.46, horizon + 0.02, cloth);
    Rgb seat = cloth.times(1.08).clipped();
    c.rectangle(x - 0.04, horizon - 0.07, x + 0.5, horizon + 0.06, seat);
    for (double arm : new double[] {x - 0.05, x + 0.44}) {
      c.rectangle(arm, horizon - 0.1, arm + 0.07, horizon + 0.07, cloth.times(0.88));
    }
    c.ellipse(0.5, 0.93, 0.42, 0.09, r.vary(Rgb.of(0.75, 0.45, 0.4), 0.15));
    c.ellipse(0.5, 0.93, 0.34, 0.065, r.vary(Rgb.of(0.9, 0.82, 0.68)));
    return horizon + 0.08;
  }

  static double kitchen(Canvas c, Choices r, Light light) {
    double horizon = Interior.room(c, r, light, false);
    double top = horizon - 0.3;
    for (int j = 0; j < 5; j++) {
      for (int k = (j + 1) % 2; k < 20; k += 2) {
        double x = k * TILE;
        double y = top + j * TILE;
        c.rectangle(x, y, x + TILE, y + TILE, Rgb.of(0.97, 0.97, 0.95), 0.5);
      }
    }
    Rgb wood =
        r.vary(r.among(Rgb.of(0.86, 0.86, 0.82), Rgb.of(0.6, 0.42, 0.28), Rgb.of(0.5, 0.62, 0.64)));
    c.rectangle(0, 0.04, 1, horizon - 0.36, wood);
    c.rectangle(0, horizon - 0.12, 1, horizon + 0.12, wood.times(0.95));
    c.rectangle(0, horizon - 0.145, 1, horizon - 0.115, Rgb.of(0.88, 0.85, 0.8));
    for (int k = 1; k < 5; k++) {
      double x = k * 0.2;
      c.line(wood.times(0.7), 0.005, 1, x, 0.05, x, horizon - 0.37);
      c.line(wood.times(0.7), 0.005, 1, x, horizon - 0.11, x, horizon + 0.12);
    }
    return horizon + 0.13;
  }

  static double library(Canvas c, Choices r, Light light) {
    double horizon = Interior.room(c, r, light, false);
    for (int k = 0; k < 3; k++) {
      Interior.shelf(c, r, 0.02 + k * 0.33, 0.06, 0.31, 5, (horizon - 0.1) / 5);
    }
    return horizon + 0.03;
  }

  static double classroom(Canvas c, Choices r, Light light) {
    double horizon = Interior.room(c, r, light, false);
    c.rectangle(0.14, 0.14, 0.86, 0.5, Rgb.of(0.55, 0.4, 0.26));
    c.rectangle(0.16, 0.16, 0.84, 0.48, Rgb.of(0.16, 0.32, 0.26));
    for (int k = 0; k < 5; k++) {
      double y = 0.21 + 0.05 * k;
      c.line(Rgb.of(0.9, 0.92, 0.9), 0.006, 0.7, 0.2, y, 0.2 + r.uniform(0.15, 0.5), y);
    }
    return horizon + 0.04;
  }

  static double shop(Canvas c, Choices r, Light light) {
    double horizon = Interior.room(c, r, light, false);
    for (double x : new double[] {0.02, 0.52}) {
      Interior.shelf(c, r, x, 0.16, 0.46, 3, 0.14);
    }
    for (int k = 0; k < 10; k++) {
      double x = k / 10.0;
      c.rectangle(x, 0, x + 0.05, 0.1, Rgb.of(0.86, 0.3, 0.28));
      c.rectangle(x + 0.05, 0, x + 0.1, 0.1, Rgb.of(0.97, 0.95, 0.92));
    }
    return horizon + 0.04;
  }
}
