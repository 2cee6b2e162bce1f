package dev.lukis.image;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Converts planes of floats to interleaved bytes. */
final class Pixels {
  private static final int CHANNELS = 3;

  private Pixels() {}

  /**
   * @param pixels [3, height, width] in [-1, 1]
   * @return of type {@link BufferedImage#TYPE_3BYTE_BGR}, which the JPEG writer takes fastest
   * @throws IllegalArgumentException when the shape is another
   */
  static BufferedImage toBufferedImage(Tensor pixels) {
    Shape shape = pixels.shape();
    if (shape.axes() != CHANNELS || shape.size(0) != CHANNELS) {
      throw new IllegalArgumentException("pixels: " + shape + " (expected: [3, height, width])");
    }
    BufferedImage image =
        new BufferedImage(shape.size(2), shape.size(1), BufferedImage.TYPE_3BYTE_BGR);
    interleave(pixels.data(), ((DataBufferByte) image.getRaster().getDataBuffer()).getData());
    return image;
  }

  private static void interleave(float[] planes, byte[] bgr) {
    int plane = planes.length / CHANNELS;
    for (int i = 0; i < plane; i++) {
      bgr[CHANNELS * i] = level(planes[2 * plane + i]);
      bgr[CHANNELS * i + 1] = level(planes[plane + i]);
      bgr[CHANNELS * i + 2] = level(planes[i]);
    }
  }

  private static byte level(float value) {
    return (byte) Math.round(Math.min(Math.max(value * 127.5f + 127.5f, 0), 255));
  }
}
