package dev.lukis.model.sketch;

import dev.lukis.model.files.ModelException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * A drawing, decoded. Do not write to the planes; under that rule it is immutable.
 *
 * @param planes red, green, blue and opacity, each [height, width] in 0..1; colours are not
 *     multiplied by the opacity
 */
record Drawing(int width, int height, float[][] planes) {
  static final int OPACITY = 3;
  private static final int PLANES = 4;

  /**
   * @param coded a picture that the image library reads
   * @param name for messages
   */
  static Drawing decode(byte[] coded, String name) {
    BufferedImage image;
    try {
      image = ImageIO.read(new ByteArrayInputStream(coded));
    } catch (IOException e) {
      throw new ModelException("drawing " + name + ": cannot be decoded: " + e.getMessage(), e);
    }
    if (image == null) {
      throw new ModelException("drawing " + name + ": unknown format (expected: WebP)");
    }
    int width = image.getWidth();
    int height = image.getHeight();
    int[] argb = image.getRGB(0, 0, width, height, null, 0, width);
    float[][] planes = new float[PLANES][argb.length];
    for (int i = 0; i < argb.length; i++) {
      planes[0][i] = (argb[i] >> 16 & 0xFF) / 255f;
      planes[1][i] = (argb[i] >> 8 & 0xFF) / 255f;
      planes[2][i] = (argb[i] & 0xFF) / 255f;
      planes[OPACITY][i] = (argb[i] >>> 24) / 255f;
    }
    return new Drawing(width, height, planes);
  }

  Drawing mirrored() {
    float[][] mirrored = new float[PLANES][width * height];
    for (int p = 0; p < PLANES; p++) {
      for (int i = 0; i < mirrored[p].length; i++) {
        int x = i % width;
        mirrored[p][i] = planes[p][i - x + width - 1 - x];
      }
    }
    return new Drawing(width, height, mirrored);
  }

  /**
   * In another size, with colours that do not bleed at the edges.
   *
   * @param wide in pixels
   * @param tall in pixels
   */
  Drawing resized(int wide, int tall) {
    float[] opacity = planes[OPACITY];
    Resampling across = Resampling.of(width, wide);
    Resampling down = Resampling.of(height, tall);
    float[][] resized = new float[PLANES][];
    resized[OPACITY] = down.columns(across.rows(opacity, height), wide);
    for (int p = 0; p < OPACITY; p++) {
      float[] premultiplied = new float[opacity.length];
      for (int i = 0; i < premultiplied.length; i++) {
        premultiplied[i] = planes[p][i] * opacity[i];
      }
      resized[p] = down.columns(across.rows(premultiplied, height), wide);
    }
    for (int i = 0; i < wide * tall; i++) {
      float covered = Math.min(Math.max(resized[OPACITY][i], 0), 1);
      resized[OPACITY][i] = covered;
      for (int p = 0; p < OPACITY; p++) {
        resized[p][i] = Math.min(Math.max(resized[p][i] / Math.max(covered, 0.02f), 0), 1);
      }
    }
    return new Drawing(wide, tall, resized);
  }
}
