package dev.lukis.model.sketch;

import dev.lukis.model.scene.Thing.Material;
import dev.lukis.model.sketch.canvas.Rgb;
import java.util.Optional;

/** Makes a drawing look as if its thing were made of a material: colour and texture. Stateless. */
final class Materials {
  private static final double TURN = 2 * Math.PI;

  private Materials() {}

  /**
   * @param colour that was asked for; empty for the material's own
   */
  static Drawing of(Drawing drawing, Material material, Optional<Rgb> colour) {
    Optional<Rgb> base = colour.or(() -> own(material));
    Drawing coloured = base.map(rgb -> Recolouring.of(drawing, rgb)).orElse(drawing);
    float[] grey = Recolouring.grey(coloured);
    float[][] planes = new float[4][grey.length];
    for (int i = 0; i < grey.length; i++) {
      int x = i % drawing.width();
      int y = i / drawing.width();
      float factor = (float) texture(material, x, y, grey[i]);
      float shine = (float) shine(material, x, y, grey[i]);
      for (int p = 0; p < Drawing.OPACITY; p++) {
        float value = coloured.planes()[p][i] * factor;
        planes[p][i] = Math.min(value + (1 - Math.min(value, 1)) * shine, 1);
      }
      float opacity = coloured.planes()[Drawing.OPACITY][i];
      boolean clear = material == Material.GLASS;
      planes[Drawing.OPACITY][i] =
          clear ? opacity * (0.4f + 0.5f * Math.abs(1 - factor) + 0.5f * shine) : opacity;
      planes[Drawing.OPACITY][i] = Math.min(planes[Drawing.OPACITY][i], 1);
    }
    return new Drawing(drawing.width(), drawing.height(), planes);
  }

  private static Optional<Rgb> own(Material material) {
    return switch (material) {
      case WOOD -> Optional.of(Rgb.of(0.66, 0.44, 0.25));
      case METAL -> Optional.of(Rgb.of(0.64, 0.67, 0.72));
      case GOLD -> Optional.of(Rgb.of(0.93, 0.7, 0.2));
      case STONE -> Optional.of(Rgb.of(0.6, 0.59, 0.57));
      case GLASS -> Optional.of(Rgb.of(0.7, 0.88, 0.94));
      case WOOL -> Optional.empty();
    };
  }

  // A factor of the colour, around 1.
  private static double texture(Material material, int x, int y, float grey) {
    return switch (material) {
      case WOOD -> {
        double ring = y * 0.085 + 0.9 * Math.sin(x * 0.035) + 0.35 * Math.sin(x * 0.011 + y * 0.04);
        double line = Math.abs(ring - Math.rint(ring));
        yield 0.8 + 0.5 * Math.min(line * 2, 0.7) + 0.06 * (noise(x / 9, y) - 0.5);
      }
      case METAL, GOLD -> 0.88 + 0.2 * Math.sin(TURN * (grey * 1.6 + (x + 2.0 * y) / 260));
      case STONE -> 0.84 + 0.22 * noise(x, y) + 0.16 * smooth(x / 11.0, y / 11.0);
      case GLASS -> 0.75 + 0.45 * grey;
      case WOOL -> {
        double lean = Math.abs(x % 10 - 4.5) * 0.9;
        double stitch = Math.sin(TURN * (y - lean) / 8);
        yield 0.93 + 0.09 * stitch + 0.08 * (noise(x, y) - 0.5);
      }
    };
  }

  // White laid over, 0..1.
  private static double shine(Material material, int x, int y, float grey) {
    double band = Math.sin(TURN * (x + y) / 150);
    return switch (material) {
      case METAL -> Math.max(0, band - 0.75) * 2.2;
      case GOLD -> Math.max(0, band - 0.8) * 2;
      case GLASS -> Math.max(0, band - 0.7) * 2 + Math.max(0, grey - 0.85);
      default -> 0;
    };
  }

  private static double smooth(double x, double y) {
    int left = (int) x;
    int top = (int) y;
    double u = x - left;
    double v = y - top;
    double above = noise(left, top) * (1 - u) + noise(left + 1, top) * u;
    double below = noise(left, top + 1) * (1 - u) + noise(left + 1, top + 1) * u;
    return above * (1 - v) + below * v;
  }

  // Hashed, uniform in [0, 1).
  private static double noise(int x, int y) {
    int h = x * 0x27D4EB2D ^ y * 0x165667B1;
    h = (h ^ h >>> 15) * 0x2C1B3C6D;
    h = (h ^ h >>> 12) * 0x297A2D39;
    return ((h ^ h >>> 15) >>> 8) * 0x1.0p-24;
  }
}
