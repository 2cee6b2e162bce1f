package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** Trees, single and in rows. Stateless. */
final class Trees {
  private Trees() {}

  /** How a tree grows. */
  enum Kind {
    ROUND,
    FIR,
    PALM
  }

  /** A row of trees of about one size, one before the other in random order. */
  static void row(
      Canvas c,
      Choices place,
      Light light,
      double foot,
      double size,
      int count,
      Kind kind,
      double distance) {
    Choices r = place.of("trees");
    for (int k : r.shuffled(count)) {
      double x = (k + r.uniform(0.1, 0.9)) / count;
      double own = foot + r.uniform(-0.01, 0.01);
      one(c, r, light, x, own, size * r.uniform(0.75, 1.15), kind, distance);
    }
  }

  static void one(
      Canvas c,
      Choices r,
      Light light,
      double x,
      double foot,
      double size,
      Kind kind,
      double distance) {
    Rgb trunk = light.far(light.lit(0.42, 0.28, 0.18), distance);
    Rgb green = kind == Kind.ROUND ? Rgb.of(0.2, 0.48, 0.22) : Rgb.of(0.12, 0.36, 0.24);
    Rgb leaf = light.far(light.lit(r.vary(green)), distance);
    if (kind != Kind.PALM) {
      c.rectangle(x - size * 0.05, foot - size * 0.4, x + size * 0.05, foot, trunk);
    }
    switch (kind) {
      case ROUND -> crown(c, x, foot, size, leaf);
      case PALM -> palm(c, x, foot, size, trunk, leaf);
      case FIR -> fir(c, x, foot, size, leaf);
    }
  }

  private static void crown(Canvas c, double x, double foot, double size, Rgb leaf) {
    double[][] parts = {{-0.2, -0.5, 0.25}, {0.2, -0.5, 0.25}, {0, -0.7, 0.3}};
    for (double[] part : parts) {
      double radius = part[2] * size;
      c.ellipse(x + part[0] * size, foot + part[1] * size, radius, radius * 0.95, leaf);
    }
    Rgb bright = leaf.times(1.18).clipped();
    c.ellipse(x - 0.06 * size, foot - 0.76 * size, 0.16 * size, 0.14 * size, bright, 0.7, 0.6);
  }

  private static void palm(Canvas c, double x, double foot, double size, Rgb trunk, Rgb leaf) {
    double top = foot - 0.85 * size;
    c.line(trunk, 0.05 * size, 1, x, foot, x + 0.06 * size, foot - 0.45 * size, x, top);
    for (int k = 0; k < 7; k++) {
      double angle = Math.PI * (0.02 + 0.16 * k);
      double dx = StrictMath.cos(angle) * 0.42 * size;
      double dy = -StrictMath.sin(angle) * 0.2 * size;
      c.polygon(
          leaf,
          1,
          x,
          top,
          x + dx * 0.5,
          top + dy - 0.06 * size,
          x + dx,
          top + dy * 0.4 + 0.1 * size,
          x + dx * 0.5,
          top + dy + 0.02 * size);
    }
  }

  private static void fir(Canvas c, double x, double foot, double size, Rgb leaf) {
    for (int k = 0; k < 3; k++) {
      double y = foot - size * (0.22 + 0.22 * k);
      double wide = size * (0.32 - 0.07 * k);
      Rgb colour = leaf.times(1 + 0.06 * k).clipped();
      c.polygon(colour, 1, x - wide, y, x + wide, y, x, y - size * 0.38);
    }
  }
}
