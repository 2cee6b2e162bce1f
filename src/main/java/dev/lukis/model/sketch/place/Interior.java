package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Rgb;

/** Walls, floors and what hangs on walls. Stateless. */
final class Interior {
  private static final Rgb FRAME = Rgb.of(0.96, 0.95, 0.92);
  private static final Rgb[] WALLS = {
    Rgb.of(0.93, 0.88, 0.78),
    Rgb.of(0.76, 0.86, 0.88),
    Rgb.of(0.88, 0.80, 0.82),
    Rgb.of(0.80, 0.87, 0.74),
    Rgb.of(0.95, 0.94, 0.91),
    Rgb.of(0.72, 0.74, 0.86),
    Rgb.of(0.94, 0.78, 0.62)
  };
  private static final Rgb[] FLOORS = {
    Rgb.of(0.70, 0.48, 0.30),
    Rgb.of(0.58, 0.40, 0.28),
    Rgb.of(0.82, 0.68, 0.5),
    Rgb.of(0.62, 0.62, 0.64),
    Rgb.of(0.78, 0.74, 0.7)
  };
  private static final Rgb[] BOOKS = {
    Rgb.of(0.7, 0.25, 0.25),
    Rgb.of(0.25, 0.4, 0.6),
    Rgb.of(0.85, 0.7, 0.35),
    Rgb.of(0.3, 0.5, 0.35),
    Rgb.of(0.85, 0.82, 0.74),
    Rgb.of(0.5, 0.3, 0.5)
  };

  private Interior() {}

  /** What covers a floor. */
  private enum Floor {
    BOARDS,
    TILES,
    PLAIN
  }

  /**
   * Wall, floor, skirting and perhaps a window; the light comes from one side.
   *
   * @param extras whether there may be a window and a picture
   * @return the horizon
   */
  static double room(Canvas c, Choices place, Light light, boolean extras) {
    Choices r = place.of("room");
    Rgb tint = light.night() ? Rgb.of(0.78, 0.7, 0.62) : Rgb.WHITE;
    Rgb wall = r.vary(r.among(WALLS), 0.03).times(tint);
    double horizon = r.uniform(0.60, 0.72);
    c.gradient(wall.times(1.02), wall.times(0.92), 0, horizon);
    int side = r.chance(0.5) ? -1 : 1;
    c.tint(
        (x, y) -> 0.16 * Math.min(Math.max(((x + 0.5) / c.side() - 0.5) * side + 0.3, 0), 1),
        Rgb.of(0.25, 0.2, 0.3));
    floor(c, r.of("floor"), horizon, r.vary(r.among(FLOORS)).times(tint));
    c.rectangle(0, horizon - 0.018, 1, horizon, wall.times(1.1).clipped());
    if (extras && r.chance(0.7)) {
      window(c, light, r.number(0.1, 0.62), 0.12, 0.26, 0.3);
    }
    if (extras && r.chance(0.4)) {
      picture(c, r, r.number(0.15, 0.42, 0.7), 0.16);
    }
    return horizon;
  }

  static void floor(Canvas c, Choices r, double horizon, Rgb colour) {
    c.below(horizon, colour.times(0.82), colour, 1 - horizon);
    Rgb dark = colour.times(0.7);
    Floor kind = r.among(Floor.values());
    if (kind == Floor.PLAIN) {
      return;
    }
    for (int k = -14; k <= 14; k++) {
      c.line(dark, 0.004, 0.6, 0.5 + k * 0.07, horizon, 0.5 + k * 0.26, 1);
    }
    for (int k = 1; k < 7 && kind == Floor.TILES; k++) {
      double y = horizon + (1 - horizon) * StrictMath.pow(k / 6.5, 1.7);
      c.line(dark, 0.004, 0.6, 0, y, 1, y);
    }
  }

  private static void window(Canvas c, Light light, double x, double y, double wide, double tall) {
    double right = x + wide;
    double bottom = y + tall;
    c.rectangle(x - 0.015, y - 0.015, right + 0.015, bottom + 0.02, FRAME);
    c.rectangle(x, y, right, bottom, light.skyBottom());
    Rgb sky = light.skyTop().toward(light.skyBottom(), 0.5);
    c.rectangle(x, y, right, y + tall * 0.55, sky);
    c.ellipse(x + wide * 0.5, bottom, wide * 0.4, tall * 0.28, light.lit(0.4, 0.6, 0.36));
    c.rectangle(x, bottom, right, bottom + 0.02, FRAME);
    c.line(FRAME, 0.012, 1, x, y + tall / 2, right, y + tall / 2);
    c.line(FRAME, 0.012, 1, x + wide / 2, y, x + wide / 2, bottom);
  }

  private static void picture(Canvas c, Choices r, double x, double y) {
    c.rectangle(x, y, x + 0.16, y + 0.13, Rgb.of(0.5, 0.36, 0.22));
    Rgb paper = r.vary(Rgb.of(0.8, 0.84, 0.8), 0.15);
    c.rectangle(x + 0.012, y + 0.012, x + 0.148, y + 0.118, paper);
    Rgb hill = r.vary(Rgb.of(0.4, 0.5, 0.45), 0.2);
    c.polygon(hill, 1, x + 0.02, y + 0.11, x + 0.07, y + 0.05, x + 0.13, y + 0.11);
  }

  /** A shelf full of books. */
  static void shelf(Canvas c, Choices r, double x, double y, double wide, int rows, double tall) {
    c.rectangle(x, y, x + wide, y + rows * tall + 0.02, Rgb.of(0.46, 0.3, 0.2));
    for (int k = 0; k < rows; k++) {
      double top = y + 0.012 + k * tall;
      double board = top + tall - 0.014;
      c.rectangle(x + 0.012, top, x + wide - 0.012, board, Rgb.of(0.3, 0.2, 0.14));
      double at = x + 0.018;
      while (at < x + wide - 0.035) {
        double thick = r.uniform(0.012, 0.026);
        double high = tall * r.uniform(0.6, 0.8);
        c.rectangle(at, board - high, at + thick, board, r.among(BOOKS));
        at += thick + 0.003;
      }
    }
  }
}
