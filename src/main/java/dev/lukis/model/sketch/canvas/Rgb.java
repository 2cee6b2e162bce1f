package dev.lukis.model.sketch.canvas;

/** A colour, each part nominally in 0..1. Immutable. */
public record Rgb(float red, float green, float blue) {
  public static final Rgb WHITE = new Rgb(1, 1, 1);

  public static Rgb of(double red, double green, double blue) {
    return new Rgb((float) red, (float) green, (float) blue);
  }

  public Rgb times(double factor) {
    return of(red * factor, green * factor, blue * factor);
  }

  public Rgb times(Rgb other) {
    return new Rgb(red * other.red, green * other.green, blue * other.blue);
  }

  public Rgb plus(Rgb other) {
    return new Rgb(red + other.red, green + other.green, blue + other.blue);
  }

  /**
   * A mixture with another colour.
   *
   * @param share of the other colour, 0..1
   */
  public Rgb toward(Rgb other, double share) {
    return of(
        red + (other.red - red) * share,
        green + (other.green - green) * share,
        blue + (other.blue - blue) * share);
  }

  /** Each part limited to 0..1. */
  public Rgb clipped() {
    return new Rgb(clipped(red), clipped(green), clipped(blue));
  }

  private static float clipped(float part) {
    return Math.min(Math.max(part, 0), 1);
  }
}
