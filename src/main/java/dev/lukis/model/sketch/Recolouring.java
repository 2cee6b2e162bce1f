package dev.lukis.model.sketch;

import dev.lukis.model.scene.ThingColour;
import dev.lukis.model.sketch.canvas.Rgb;
import java.util.Arrays;

/**
 * A drawing in another colour with the same shading: dark stays dark, bright stays bright.
 * Stateless.
 */
final class Recolouring {
  private Recolouring() {}

  static Rgb rgb(ThingColour colour) {
    return switch (colour) {
      case RED -> Rgb.of(0.86, 0.16, 0.15);
      case ORANGE -> Rgb.of(0.96, 0.55, 0.12);
      case YELLOW -> Rgb.of(0.98, 0.84, 0.2);
      case GREEN -> Rgb.of(0.25, 0.65, 0.28);
      case BLUE -> Rgb.of(0.18, 0.42, 0.85);
      case PURPLE -> Rgb.of(0.55, 0.28, 0.75);
      case PINK -> Rgb.of(0.97, 0.55, 0.72);
      case BROWN -> Rgb.of(0.5, 0.32, 0.2);
      case BLACK -> Rgb.of(0.14, 0.14, 0.17);
      case WHITE -> Rgb.of(0.95, 0.95, 0.95);
      case GREY -> Rgb.of(0.55, 0.55, 0.58);
    };
  }

  static Drawing of(Drawing drawing, Rgb target) {
    float[] grey = grey(drawing);
    float middle = middle(grey, drawing.planes()[Drawing.OPACITY]);
    float[] parts = {target.red(), target.green(), target.blue()};
    float[][] planes = new float[4][grey.length];
    planes[Drawing.OPACITY] = drawing.planes()[Drawing.OPACITY];
    for (int p = 0; p < parts.length; p++) {
      for (int i = 0; i < grey.length; i++) {
        float dark = grey[i] / middle * parts[p];
        float bright = parts[p] + (grey[i] - middle) / (1 - middle) * (1 - parts[p]) * 0.75f;
        float value = grey[i] < middle ? dark : bright;
        planes[p][i] = Math.min(Math.max(value, 0), 1);
      }
    }
    return new Drawing(drawing.width(), drawing.height(), planes);
  }

  static float[] grey(Drawing drawing) {
    float[][] planes = drawing.planes();
    float[] grey = new float[planes[0].length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = 0.3f * planes[0][i] + 0.55f * planes[1][i] + 0.15f * planes[2][i];
    }
    return grey;
  }

  // The median of what is visible, kept away from black and white.
  private static float middle(float[] grey, float[] opacity) {
    float[] visible = new float[grey.length];
    int count = 0;
    for (int i = 0; i < grey.length; i++) {
      if (opacity[i] > 0.5f) {
        visible[count++] = grey[i];
      }
    }
    if (count == 0) {
      return 0.5f;
    }
    Arrays.sort(visible, 0, count);
    return Math.min(Math.max(visible[count / 2], 0.35f), 0.75f);
  }
}
