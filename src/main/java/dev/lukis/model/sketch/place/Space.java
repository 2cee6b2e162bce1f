package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;

/** What is above the ground, and far from it. Stateless. */
final class Space {
  private Space() {}

  static double openSky(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light);
    return Places.NO_GROUND;
  }

  static double space(Canvas c, Choices r, Light light) {
    stars(c, r.of("space"));
    return Places.NO_GROUND;
  }

  private static void stars(Canvas c, Choices r) {
    c.gradient(r.vary(Rgb.of(0.05, 0.03, 0.12)), r.vary(Rgb.of(0.10, 0.05, 0.2)));
    int clouds = r.between(2, 4);
    for (int i = 0; i < clouds; i++) {
      double x = r.unit();
      double y = r.unit();
      double radius = r.uniform(0.15, 0.35);
      Rgb colour = r.among(Rgb.of(0.4, 0.15, 0.5), Rgb.of(0.1, 0.25, 0.5), Rgb.of(0.45, 0.2, 0.3));
      c.glow(x, y, radius, colour, 0.5);
    }
    int stars = r.between(50, 110);
    for (int i = 0; i < stars; i++) {
      double size = r.number(0.002, 0.003, 0.004, 0.006);
      c.ellipse(r.unit(), r.unit(), size, size, Rgb.of(1, 0.98, 0.9), r.uniform(0.5, 1));
    }
    if (r.chance(0.6)) {
      double x = r.uniform(0.15, 0.85);
      double y = r.uniform(0.12, 0.4);
      double size = r.uniform(0.06, 0.14);
      Rgb colour =
          r.among(Rgb.of(0.85, 0.55, 0.35), Rgb.of(0.4, 0.6, 0.85), Rgb.of(0.75, 0.7, 0.55));
      c.ellipse(x, y, size, size, colour);
      Rgb bright = colour.times(1.25).clipped();
      double part = size * 0.6;
      c.ellipse(x - size * 0.25, y - size * 0.25, part, part, bright, 0.6, 1);
    }
  }

  static double planet(Canvas c, Choices r, Light light) {
    stars(c, r.of("space"));
    double horizon = r.uniform(0.6, 0.68);
    Rgb ground =
        r.vary(r.among(Rgb.of(0.66, 0.66, 0.68), Rgb.of(0.76, 0.42, 0.28), Rgb.of(0.5, 0.46, 0.6)));
    float[] far = Profiles.peaks(r, c.side(), horizon - 0.03, 5, 0.1, 0.7);
    c.below(far, ground.times(0.7), ground.times(0.6));
    float[] near = Profiles.waves(r, c.side(), horizon, 0.7, 0.02);
    c.below(near, ground, ground.times(0.75), 0.4);
    int craters = r.between(5, 11);
    for (int i = 0; i < craters; i++) {
      double t = r.unit();
      double x = r.unit();
      double y = horizon + 0.04 + 0.3 * t;
      double size = 0.02 + 0.05 * t;
      c.ellipse(x, y, size, size * 0.4, ground.times(0.72));
      double shift = size * 0.08;
      c.ellipse(x + shift, y + shift, size * 0.85, size * 0.28, ground.times(0.86));
    }
    return horizon + 0.05;
  }
}
