package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;

/** Grass, water and far hills. Stateless. */
final class Ground {
  static final Rgb GREEN = Rgb.of(0.36, 0.64, 0.26);
  private static final Rgb FAR_GREEN = Rgb.of(0.38, 0.58, 0.36);
  private static final int TUFTS = 24;
  private static final Rgb[] BLOSSOMS = {
    Rgb.of(0.98, 0.35, 0.4),
    Rgb.of(1, 0.85, 0.3),
    Rgb.of(0.98, 0.98, 0.95),
    Rgb.of(0.75, 0.5, 0.95),
    Rgb.of(1, 0.6, 0.8)
  };

  private Ground() {}

  static void grass(Canvas c, Choices place, Light light, double horizon) {
    grass(c, place, light, horizon, GREEN, true);
  }

  static void grass(Canvas c, Choices place, Light light, double horizon, Rgb colour) {
    grass(c, place, light, horizon, colour, true);
  }

  static void grass(
      Canvas c, Choices place, Light light, double horizon, Rgb colour, boolean flowers) {
    Choices r = place.of("grass");
    float[] line = Profiles.waves(r, c.side(), horizon, 1, 0.012);
    Rgb near = r.vary(colour.times(0.72), 0.03);
    c.below(line, light.lit(r.vary(colour)), light.lit(near), 1 - horizon);
    tufts(c, r, light.lit(colour.times(0.8)), horizon);
    if (flowers && r.chance(0.5)) {
      flowers(c, r, light, horizon);
    }
  }

  private static void flowers(Canvas c, Choices r, Light light, double horizon) {
    int count = r.between(8, 30);
    for (int i = 0; i < count; i++) {
      double y = horizon + (1 - horizon) * StrictMath.pow(r.unit(), 0.7) * 0.95 + 0.02;
      double size = 0.004 + 0.008 * (y - horizon) / (1 - horizon);
      c.ellipse(r.unit(), y, size, size * 0.8, light.lit(r.among(BLOSSOMS)));
    }
  }

  static void tufts(Canvas c, Choices place, Rgb colour, double horizon) {
    Choices r = place.of("tufts");
    for (int i = 0; i < TUFTS; i++) {
      double y = horizon + (1 - horizon) * (0.08 + 0.9 * r.unit());
      double x = r.unit();
      double size = 0.012 + 0.03 * (y - horizon) / (1 - horizon);
      for (int k = -1; k <= 1; k++) {
        double lean = 0.5 * k * size;
        c.line(colour, 0.004, 0.8, x + lean * 0.3, y, x + lean, y - size);
      }
    }
  }

  /** A sheet of water down to {@code end}, lighter towards the horizon, with short waves. */
  static void water(Canvas c, Choices place, Light light, double horizon, Rgb colour, double end) {
    Choices r = place.of("water");
    Rgb base = light.lit(r.vary(colour));
    c.below(horizon, base.toward(light.skyBottom(), 0.45), base.times(0.85), end - horizon);
    int count = r.between(20, 45);
    for (int i = 0; i < count; i++) {
      double t = r.unit();
      double y = horizon + (end - horizon) * (0.02 + 0.96 * t);
      double wide = 0.02 + 0.09 * t;
      double x = r.unit();
      Rgb bright = base.toward(light.skyBottom(), r.uniform(0.3, 0.7));
      c.line(bright, 0.003 + 0.003 * t, 0.8, x, y, x + wide * 0.5, y - 0.003, x + wide, y);
    }
  }

  static void farHills(Canvas c, Choices place, Light light, double horizon) {
    farHills(c, place, light, horizon, FAR_GREEN, 2);
  }

  static void farHills(
      Canvas c, Choices place, Light light, double horizon, Rgb colour, int count) {
    Choices r = place.of("far hills");
    for (int k = count; k > 0; k--) {
      double level = horizon - 0.03 - 0.06 * k;
      float[] line = Profiles.waves(r, c.side(), level, 0.8 + 0.5 * k, 0.04);
      Rgb shade = light.far(light.lit(r.vary(colour)), 0.2 + 0.2 * k);
      c.below(line, shade, shade.times(0.9));
    }
  }
}
