package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** A stage, a table, a sheet of paper. Stateless. */
final class Surfaces {
  private static final int KNOTS = 12;
  private static final Rgb[] PAPERS = {
    Rgb.of(0.96, 0.93, 0.87),
    Rgb.of(0.86, 0.91, 0.96),
    Rgb.of(0.88, 0.95, 0.88),
    Rgb.of(0.94, 0.88, 0.95),
    Rgb.of(0.97, 0.88, 0.82),
    Rgb.of(0.35, 0.5, 0.72),
    Rgb.of(0.85, 0.4, 0.38),
    Rgb.of(0.95, 0.8, 0.35),
    Rgb.of(0.2, 0.24, 0.34)
  };

  private Surfaces() {}

  static double stage(Canvas c, Choices r, Light light) {
    Rgb red = r.vary(Rgb.of(0.62, 0.1, 0.14));
    c.gradient(red.times(0.55), red.times(0.8));
    double turns = 2 * Math.PI * r.between(11, 16) / c.side();
    double[] folds = new double[c.side()];
    for (int x = 0; x < folds.length; x++) {
      folds[x] = 0.35 * (0.5 + 0.5 * StrictMath.sin(x * turns));
    }
    c.tint((x, y) -> folds[x], red.times(0.35));
    Interior.floor(c, r.of("floor"), 0.7, Rgb.of(0.6, 0.42, 0.27));
    for (double x : new double[] {0.3, 0.7}) {
      Rgb beam = Rgb.of(1, 0.95, 0.75);
      c.polygon(beam, 0.2, x - 0.03, 0, x + 0.03, 0, x + 0.2, 0.9, x - 0.2, 0.9);
    }
    for (int k = 0; k < 4; k++) {
      c.ellipse(0.125 + k * 0.25, 0, 0.14, 0.1, red.times(0.9));
    }
    return 0.73;
  }

  static double tableTop(Canvas c, Choices r, Light light) {
    Rgb wall = r.vary(Rgb.of(0.84, 0.78, 0.72), 0.1);
    c.gradient(wall, wall.times(0.85));
    c.glow(r.unit(), 0.2, 0.4, Rgb.of(1, 0.95, 0.8), 0.25);
    Rgb wood =
        r.vary(r.among(Rgb.of(0.62, 0.42, 0.26), Rgb.of(0.8, 0.66, 0.48), Rgb.of(0.42, 0.3, 0.24)));
    double horizon = r.uniform(0.48, 0.58);
    c.below(horizon, wood.times(0.92), wood, 1 - horizon);
    for (int i = 0; i < 16; i++) {
      double y = horizon + (1 - horizon) * StrictMath.pow(r.unit(), 0.8);
      double turns = r.uniform(4, 9);
      double phase = r.unit() * 6;
      double[] grain = new double[2 * KNOTS];
      for (int k = 0; k < KNOTS; k++) {
        grain[2 * k] = k / (KNOTS - 1.0);
        grain[2 * k + 1] = y + 0.006 * StrictMath.sin(grain[2 * k] * turns + phase);
      }
      c.line(wood.times(0.8), 0.004, 0.5, grain);
    }
    return horizon + 0.04;
  }

  static double paper(Canvas c, Choices r, Light light) {
    Rgb colour = r.vary(r.among(PAPERS), 0.03);
    c.gradient(colour.times(1.03).clipped(), colour.times(0.93));
    return r.chance(0.6) ? 0.55 : Places.NO_GROUND;
  }
}
