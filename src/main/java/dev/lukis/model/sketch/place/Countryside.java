package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;
import dev.lukis.model.sketch.place.Trees.Kind;

/** Open land. Stateless. */
final class Countryside {
  private Countryside() {}

  static double meadow(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.5, 0.64);
    if (r.chance(0.6)) {
      Ground.farHills(c, r, light, horizon + 0.02, Rgb.of(0.38, 0.58, 0.36), r.between(1, 2));
    }
    if (r.chance(0.4)) {
      Trees.row(c, r, light, horizon + 0.01, 0.12, r.between(4, 9), Kind.ROUND, 0.3);
    }
    Ground.grass(c, r, light, horizon);
    return horizon;
  }

  static double hills(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.52, 0.62);
    Ground.farHills(c, r, light, horizon, Rgb.of(0.38, 0.58, 0.36), 3);
    Ground.grass(c, r, light, horizon, Rgb.of(0.42, 0.66, 0.3));
    return horizon;
  }

  static double mountains(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.56, 0.66);
    double height = r.uniform(0.3, 0.42);
    Mountains.range(c, r.of("far"), light, horizon, height, true, 0.4, r.between(2, 4));
    if (r.chance(0.6)) {
      Mountains.range(c, r.of("near"), light, horizon, 0.2, false, 0.2, r.between(3, 5));
    }
    if (r.chance(0.4)) {
      Trees.row(c, r, light, horizon + 0.02, 0.14, r.between(8, 14), Kind.FIR, 0.15);
    }
    Ground.grass(c, r, light, horizon, Rgb.of(0.38, 0.58, 0.32));
    return horizon;
  }

  static double forest(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light, false);
    double horizon = r.uniform(0.6, 0.7);
    Kind kind = r.among(Kind.FIR, Kind.ROUND);
    for (int k = 0; k < 3; k++) {
      double foot = horizon + 0.01 + 0.02 * k;
      Trees.row(c, r.of("row", k), light, foot, 0.32 + 0.1 * k, 9 - 2 * k, kind, 0.5 - 0.25 * k);
    }
    Ground.grass(c, r, light, horizon + 0.02, Rgb.of(0.28, 0.48, 0.22));
    return horizon + 0.04;
  }

  static double jungle(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light, false);
    double horizon = r.uniform(0.62, 0.7);
    for (int k = 0; k < 2; k++) {
      Kind kind = r.among(Kind.PALM, Kind.ROUND);
      double distance = 0.4 - 0.3 * k;
      Choices row = r.of("row", k);
      Trees.row(c, row, light, horizon + 0.02 * k, 0.4 + 0.12 * k, 6, kind, distance);
    }
    Ground.grass(c, r, light, horizon, Rgb.of(0.22, 0.5, 0.24));
    Choices ferns = r.of("ferns");
    for (int i = 0; i < 14; i++) {
      double x = ferns.unit();
      fern(c, light, x, ferns.uniform(horizon + 0.02, 1), ferns.uniform(0.05, 0.1));
    }
    return horizon + 0.05;
  }

  private static void fern(Canvas c, Light light, double x, double y, double size) {
    for (double angle : new double[] {-0.9, -0.4, 0.1, 0.6, 1}) {
      double lean = StrictMath.sin(angle) * size;
      Rgb leaf = light.lit(0.16, 0.42, 0.2);
      c.line(leaf, 0.01, 1, x, y, x + lean * 0.6, y - size * 0.7, x + lean, y - size * 0.6);
    }
  }

  static double desert(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light, r.chance(0.3));
    double horizon = r.uniform(0.5, 0.62);
    Rgb sand = r.vary(Rgb.of(0.90, 0.74, 0.48), 0.04);
    for (int k = 2; k >= 0; k--) {
      double level = horizon + 0.05 - 0.06 * k;
      float[] line = Profiles.waves(r, c.side(), level, 0.9 + 0.4 * k, 0.035);
      Rgb shade = light.far(light.lit(sand), 0.16 * k);
      c.below(line, shade, shade.times(0.84), 0.3);
    }
    int ripples = r.between(6, 16);
    for (int i = 0; i < ripples; i++) {
      double x = r.unit();
      double y = r.uniform(horizon + 0.14, 0.98);
      c.line(light.lit(sand.times(0.8)), 0.004, 0.6, x, y, x + 0.06, y - 0.006, x + 0.13, y);
    }
    return horizon + 0.09;
  }

  static double snow(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    double horizon = r.uniform(0.54, 0.64);
    if (r.chance(0.6)) {
      Mountains.range(c, r, light, horizon, 0.28, true, 0.4, 3);
    }
    Trees.row(c, r, light, horizon + 0.02, 0.2, r.between(4, 10), Kind.FIR, 0.3);
    Rgb white = light.lit(0.95, 0.97, 1);
    for (int k = 1; k >= 0; k--) {
      double level = horizon + 0.04 - 0.04 * k;
      float[] line = Profiles.waves(r, c.side(), level, 0.9 + k, 0.025);
      c.below(line, white.times(1 - 0.05 * k), white.times(0.88), 0.3);
    }
    if (r.chance(0.5)) {
      flakes(c, r.of("flakes"));
    }
    return horizon + 0.06;
  }

  private static void flakes(Canvas c, Choices r) {
    for (int i = 0; i < 60; i++) {
      double size = r.number(0.004, 0.006, 0.009);
      c.ellipse(r.unit(), r.unit(), size, size, Rgb.WHITE, 0.9);
    }
  }

  static double valley(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    for (int k = 0; k < 3; k++) {
      double height = 0.3 - 0.06 * k;
      float[] line = Profiles.waves(r, c.side(), 0.58 + 0.06 * k, 2, 0.03);
      for (int x = 0; x < line.length; x++) {
        line[x] -= (float) (height * Math.abs((double) x / line.length - 0.5) * 2);
      }
      double distance = new double[] {0.5, 0.3, 0.12}[k];
      Rgb green = light.far(light.lit(r.vary(Rgb.of(0.34, 0.54, 0.32))), distance);
      c.below(line, green, green.times(0.85));
    }
    Ground.grass(c, r, light, 0.72);
    return 0.74;
  }
}
