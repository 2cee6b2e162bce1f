package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;

/** The bottom of the sea, with weeds, corals and bubbles. Stateless. */
final class Underwater {
  private static final Rgb[] CORALS = {
    Rgb.of(0.95, 0.45, 0.4), Rgb.of(0.8, 0.4, 0.7), Rgb.of(1, 0.62, 0.35)
  };
  private static final int KNOTS = 9;

  private Underwater() {}

  static double draw(Canvas c, Choices r, Light light) {
    Rgb top = r.vary(Rgb.of(0.22, 0.62, 0.78));
    c.gradient(light.lit(top), light.lit(r.vary(Rgb.of(0.05, 0.2, 0.42))));
    rays(c, r.of("rays"), light);
    double horizon = r.uniform(0.72, 0.8);
    Rgb sand = light.lit(0.78, 0.74, 0.56);
    float[] bottom = Profiles.waves(r, c.side(), horizon, 1, 0.025);
    c.below(bottom, sand.times(0.85), sand.times(0.7));
    weeds(c, r.of("weeds"), light, horizon);
    corals(c, r.of("corals"), light, horizon);
    Choices bubbles = r.of("bubbles");
    int count = bubbles.between(5, 16);
    for (int i = 0; i < count; i++) {
      double size = bubbles.uniform(0.005, 0.014);
      Rgb air = Rgb.of(0.85, 0.95, 1);
      c.ellipse(bubbles.unit(), bubbles.unit() * 0.8, size, size, air, 0.55);
    }
    return horizon + 0.03;
  }

  private static void rays(Canvas c, Choices r, Light light) {
    int count = r.between(3, 6);
    for (int i = 0; i < count; i++) {
      double x = r.uniform(-0.1, 0.9);
      double wide = r.uniform(0.04, 0.12);
      Rgb ray = light.lit(0.5, 0.85, 0.95);
      c.polygon(ray, 0.16, x, 0, x + wide, 0, x + wide * 2 + 0.2, 0.85, x + 0.2, 0.85);
    }
  }

  private static void weeds(Canvas c, Choices r, Light light, double horizon) {
    int count = r.between(3, 8);
    for (int i = 0; i < count; i++) {
      double x = r.unit();
      double tall = r.uniform(0.12, 0.3);
      double phase = r.unit() * 6;
      double[] line = new double[2 * KNOTS];
      for (int k = 0; k < KNOTS; k++) {
        double y = k / (KNOTS - 1.0);
        line[2 * k] = x + 0.02 * StrictMath.sin(y * 7 + phase);
        line[2 * k + 1] = horizon + 0.05 - tall * y;
      }
      c.line(light.lit(r.vary(Rgb.of(0.14, 0.5, 0.34))), 0.016, 1, line);
    }
  }

  private static void corals(Canvas c, Choices r, Light light, double horizon) {
    int count = r.between(2, 6);
    for (int i = 0; i < count; i++) {
      double x = r.unit();
      Rgb colour = light.lit(r.among(CORALS));
      for (int k = 0; k < 4; k++) {
        double y = horizon + 0.05 - 0.012 * (k % 2);
        c.ellipse(x + 0.018 * k, y, 0.018, 0.032, colour);
      }
    }
  }
}
