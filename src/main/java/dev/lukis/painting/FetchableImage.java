package dev.lukis.painting;

import dev.lukis.image.ImageFormat;
import io.smallrye.mutiny.Uni;

/**
 * An image that exists where it was painted. Its bytes are made or transferred only when they are
 * fetched, so that an image that nobody fetches costs neither. Thread-safe.
 */
public interface FetchableImage {
  ImageHeader header();

  /**
   * Judges and encodes the image, on a worker thread.
   *
   * @return fails with a {@link PaintingException}, for example if the image must not be shown
   */
  Uni<PaintedImage> fetch(ImageFormat format);
}
