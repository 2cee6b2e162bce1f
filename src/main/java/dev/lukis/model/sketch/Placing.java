package dev.lukis.model.sketch;

import dev.lukis.model.sketch.Spot.Support;
import dev.lukis.model.sketch.canvas.Canvas;
import dev.lukis.model.sketch.canvas.Rgb;

/**
 * Puts things on a picture: a shadow, then the drawing with the hour's light on it.
 *
 * @param tint the hour's light
 * @param fromLeft whether the light comes from the left
 */
record Placing(Canvas canvas, Stamps stamps, Frame frame, Rgb tint, boolean fromLeft) {
  private static final Rgb DARK = Rgb.of(0.06, 0.05, 0.12);

  void put(Spot spot) {
    int longer = (int) Math.max(2, Math.round(spot.size() * frame.shorter()));
    Drawing drawing = stamps.of(spot.look(), longer);
    int left = (int) Math.round(spot.x() * frame.width() - drawing.width() / 2.0);
    int top = (int) Math.round(spot.foot() * frame.height()) - drawing.height();
    if (spot.support() == Support.GROUND) {
      shadow(drawing, left, top);
    }
    canvas.stamp(lit(drawing), drawing.width(), left, top);
  }

  // A little more light on the side that the light comes from.
  private float[][] lit(Drawing drawing) {
    int wide = drawing.width();
    float[] tints = {tint.red(), tint.green(), tint.blue()};
    float[][] planes = new float[4][];
    planes[Drawing.OPACITY] = drawing.planes()[Drawing.OPACITY];
    for (int p = 0; p < tints.length; p++) {
      float[] across = new float[wide];
      for (int x = 0; x < wide; x++) {
        float t = (float) x / Math.max(1, wide - 1);
        across[x] = tints[p] * (1.05f - 0.12f * (fromLeft ? t : 1 - t));
      }
      float[] from = drawing.planes()[p];
      float[] lit = new float[from.length];
      for (int y = 0; y < lit.length; y += wide) {
        for (int x = 0; x < wide; x++) {
          lit[y + x] = Math.min(from[y + x] * across[x], 1);
        }
      }
      planes[p] = lit;
    }
    return planes;
  }

  // A soft dark ellipse under the columns on which the thing stands.
  private void shadow(Drawing drawing, int left, int top) {
    int[] foot = foot(drawing);
    if (foot[1] < foot[0]) {
      return;
    }
    double middle = (foot[0] + foot[1]) / 2.0;
    double half = (foot[1] - foot[0]) / 2.0 + 3;
    double shift = (fromLeft ? 0.25 : -0.25) * half;
    double flattest = 0.012 * frame.shorter();
    double y = top + drawing.height() - 1;
    double wide = half * 1.3;
    canvas.ellipsePixels(
        left + middle + shift, y, wide, Math.max(flattest, wide * 0.2), DARK, 0.25, 0.8);
    double near = half * 1.02;
    canvas.ellipsePixels(left + middle, y, near, Math.max(flattest, near * 0.2), DARK, 0.35, 0.8);
  }

  // The first and the last column that is visible near the bottom.
  private static int[] foot(Drawing drawing) {
    int wide = drawing.width();
    float[] opacity = drawing.planes()[Drawing.OPACITY];
    int from =
        (drawing.height() - Math.min(drawing.height(), Math.max(2, drawing.height() / 8))) * wide;
    int[] foot = {wide, -1};
    for (int i = from; i < opacity.length; i++) {
      if (opacity[i] > 0.5f) {
        foot[0] = Math.min(foot[0], i % wide);
        foot[1] = Math.max(foot[1], i % wide);
      }
    }
    return foot;
  }
}
