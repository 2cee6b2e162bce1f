package dev.lukis.gallery;

import dev.lukis.image.ImageFormat;

/**
 * An encoded image with what it was made of.
 *
 * @param bytes not to be written to
 * @param prompt the words that it shows
 * @param seed of its noise
 */
public record EncodedImage(ImageFormat format, byte[] bytes, String prompt, long seed) {
  private static final int OVERHEAD_BYTES = 256;

  /** Approximate memory that the image takes, in bytes. */
  int weight() {
    return OVERHEAD_BYTES + bytes.length + 2 * prompt.length();
  }
}
