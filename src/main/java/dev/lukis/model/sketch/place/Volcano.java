package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;

/** A volcano with smoke and lava. Stateless. */
final class Volcano {
  private Volcano() {}

  static double draw(Canvas c, Choices r, Light light) {
    Sky.draw(c, r, light, false);
    double horizon = r.uniform(0.62, 0.68);
    double at = r.uniform(0.35, 0.65);
    double top = r.uniform(0.2, 0.3);
    Rgb rock = light.lit(r.vary(Rgb.of(0.36, 0.28, 0.28)));
    for (int k = 0; k < 5; k++) {
      double x = at + r.uniform(-0.06, 0.1);
      double y = top - 0.02 - 0.05 * k;
      c.ellipse(x, y, 0.06 + 0.02 * k, 0.05, light.lit(0.6, 0.57, 0.58), 0.85);
    }
    double foot = horizon + 0.02;
    c.polygon(rock, 1, at - 0.07, top, at + 0.07, top, at + 0.5, foot, at - 0.5, foot);
    for (double dx : new double[] {-0.03, 0.01, 0.04}) {
      double end = top + r.uniform(0.12, 0.3);
      Rgb lava = Rgb.of(1, 0.5, 0.15);
      c.polygon(lava, 1, at + dx - 0.015, top, at + dx + 0.02, top, at + dx * 3, end);
    }
    c.ellipse(at, top + 0.005, 0.07, 0.015, Rgb.of(1, 0.75, 0.3));
    c.glow(at, top, 0.12, Rgb.of(1, 0.4, 0.1), 0.5);
    float[] ground = Profiles.waves(r, c.side(), horizon, 1.4, 0.015);
    c.below(ground, rock.times(0.85), rock.times(0.65));
    return horizon + 0.03;
  }
}
