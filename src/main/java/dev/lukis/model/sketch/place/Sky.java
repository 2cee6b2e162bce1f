package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** The sky with its sun, moon, stars and clouds. Stateless. */
final class Sky {
  private Sky() {}

  static void draw(Canvas c, Choices place, Light light) {
    draw(c, place, light, true);
  }

  static void draw(Canvas c, Choices place, Light light, boolean clouds) {
    Choices r = place.of("sky");
    c.gradient(light.skyTop(), light.skyBottom(), 0, r.uniform(0.6, 0.9));
    double x = r.uniform(0.12, 0.88);
    double y = r.uniform(0.1, 0.26);
    switch (light.hour()) {
      case NIGHT -> night(c, r.of("night"), light, x, y);
      case SUNSET, DAWN -> lowSun(c, x, r.uniform(0.3, 0.5));
      case DAY -> highSun(c, r, x, y);
      case OVERCAST -> {}
    }
    if (clouds) {
      clouds(c, place.of("clouds"), light);
    }
  }

  private static void night(Canvas c, Choices r, Light light, double x, double y) {
    int stars = r.between(15, 60);
    for (int i = 0; i < stars; i++) {
      double size = r.number(0.003, 0.004, 0.006);
      c.ellipse(r.unit(), r.unit() * 0.7, size, size, Rgb.of(1, 0.98, 0.88), r.uniform(0.5, 1));
    }
    if (r.chance(0.7)) {
      c.glow(x, y, 0.16, Rgb.of(0.5, 0.55, 0.7), 0.6);
      c.ellipse(x, y, 0.06, 0.06, Rgb.of(0.98, 0.96, 0.84));
      if (r.chance(0.5)) {
        Rgb dark = light.skyTop().times(0.9).plus(Rgb.of(0.04, 0.04, 0.04));
        c.ellipse(x + 0.025, y - 0.01, 0.05, 0.05, dark);
      }
    }
  }

  private static void lowSun(Canvas c, double x, double y) {
    c.glow(x, y, 0.35, Rgb.of(1, 0.75, 0.4), 0.6);
    c.ellipse(x, y, 0.07, 0.07, Rgb.of(1, 0.88, 0.6));
  }

  private static void highSun(Canvas c, Choices r, double x, double y) {
    if (r.chance(0.5)) {
      c.glow(x, y, 0.2, Rgb.of(1, 0.95, 0.7), 0.5);
      c.ellipse(x, y, 0.06, 0.06, Rgb.of(1, 0.92, 0.5));
    }
  }

  private static void clouds(Canvas c, Choices r, Light light) {
    if (!r.chance(0.7)) {
      return;
    }
    Rgb white = light.skyBottom().times(0.35).plus(light.lit(0.68, 0.68, 0.68));
    int count = r.between(1, 4);
    for (int i = 0; i < count; i++) {
      cloud(c, r.unit(), r.uniform(0.06, 0.35), r.uniform(0.04, 0.1), white);
    }
  }

  private static void cloud(Canvas c, double x, double y, double size, Rgb white) {
    for (boolean lower : new boolean[] {true, false}) {
      Rgb colour = white.times(lower ? 0.93 : 1).clipped();
      double drop = lower ? 0.12 * size : 0;
      for (int k = -2; k <= 2; k++) {
        double part = size * (1 - 0.3 * Math.abs(k)) * 0.9;
        double middle = x + k * size * 0.75;
        c.ellipse(middle, y + drop - part * 0.25, part * 1.1, part * 0.75, colour, 0.95);
      }
    }
  }
}
