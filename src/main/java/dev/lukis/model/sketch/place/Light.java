package dev.lukis.model.sketch.place;

import dev.lukis.model.scene.Scene.Hour;
import dev.lukis.model.sketch.canvas.Rgb;

/**
 * The light of an hour. Immutable.
 *
 * @param skyTop the sky's colour at the top
 * @param skyBottom the sky's colour at the horizon
 * @param tint of what stands below the sky
 */
public record Light(Hour hour, Rgb skyTop, Rgb skyBottom, Rgb tint) {
  public static Light of(Hour hour) {
    return switch (hour) {
      case DAY -> new Light(hour, rgb(0.30, 0.60, 0.92), rgb(0.78, 0.90, 0.98), Rgb.WHITE);
      case DAWN -> new Light(hour, rgb(0.50, 0.58, 0.86), rgb(1, 0.82, 0.66), rgb(1, 0.92, 0.88));
      case SUNSET ->
          new Light(hour, rgb(0.36, 0.24, 0.54), rgb(1, 0.56, 0.32), rgb(0.96, 0.74, 0.66));
      case NIGHT ->
          new Light(hour, rgb(0.03, 0.05, 0.17), rgb(0.14, 0.20, 0.40), rgb(0.42, 0.48, 0.72));
      case OVERCAST ->
          new Light(hour, rgb(0.58, 0.63, 0.70), rgb(0.82, 0.85, 0.87), rgb(0.88, 0.90, 0.93));
    };
  }

  private static Rgb rgb(double red, double green, double blue) {
    return Rgb.of(red, green, blue);
  }

  boolean night() {
    return hour == Hour.NIGHT;
  }

  /** How a colour looks in this light. */
  Rgb lit(Rgb colour) {
    return colour.times(tint);
  }

  Rgb lit(double red, double green, double blue) {
    return lit(Rgb.of(red, green, blue));
  }

  /**
   * A lit colour as seen through air, which takes on the sky's colour.
   *
   * @param distance 0..1
   */
  Rgb far(Rgb colour, double distance) {
    return colour.toward(skyBottom, distance);
  }
}
