package dev.lukis.model.sketch.place;

import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Choices;
import dev.lukis.model.sketch.canvas.Profiles;
import dev.lukis.model.sketch.canvas.Rgb;

/** The sky through the mouth of a cave. Stateless. */
final class Cave {
  private static final double[] SCALES = {1, 1.25, 1.5};
  private static final double[] SHADES = {0.7, 0.5, 0.35};

  private Cave() {}

  static double draw(Canvas c, Choices r, Light light) {
    Rgb rock = r.vary(Rgb.of(0.34, 0.3, 0.3));
    Sky.draw(c, r, light);
    for (int k = 0; k < SCALES.length; k++) {
      wall(c, SCALES[k] * 0.3, r.unit() * 6, r.unit() * 6, rock.times(SHADES[k] * 1.6));
    }
    float[] ground = Profiles.waves(r, c.side(), 0.72, 1.5, 0.02);
    c.below(ground, rock.times(1.25), rock.times(0.8));
    return 0.74;
  }

  // Everything outside a ring with a ragged edge; only near the edge are angles worth their time.
  private static void wall(Canvas c, double radius, double wide, double fine, Rgb colour) {
    int side = c.side();
    double ragged = 0.06;
    c.tint(
        (x, y) -> {
          double dx = (x + 0.5) / side - 0.5;
          double dy = (y + 0.5) / side - 0.48;
          double distance = Math.sqrt(dx * dx + dy * dy);
          if (Math.abs(distance - radius) > ragged) {
            return distance > radius ? 1 : 0;
          }
          double angle = Math.atan2(dy - 0.02, dx);
          double edge =
              radius + 0.03 * Math.sin(angle * 5 + wide) + 0.02 * Math.sin(angle * 11 + fine);
          return Math.min(Math.max((distance - edge) * side + 0.5, 0), 1);
        },
        colour);
  }
}
