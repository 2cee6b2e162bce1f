package dev.lukis.painting;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import io.smallrye.mutiny.Uni;

/**
 * An encoded image and what it was made of.
 *
 * @param bytes the encoded image; not to be written to
 */
public record PaintedImage(ImageHeader header, ImageFormat format, byte[] bytes) {
  private static final int OVERHEAD_BYTES = 512;

  /** Approximate memory that the image takes, in bytes. */
  public int memory() {
    ImageSpec made = header.request().image();
    return OVERHEAD_BYTES
        + bytes.length
        + 2 * (made.prompt().length() + made.negativePrompt().length());
  }

  /** The same image as the answer to another request. */
  public PaintedImage answering(PaintRequest request) {
    return new PaintedImage(header.answering(request), format, bytes);
  }

  /** The same image where a fetchable one is expected; it can be fetched in its own format only. */
  public FetchableImage fetchable() {
    PaintedImage self = this;
    return new FetchableImage() {
      @Override
      public ImageHeader header() {
        return self.header;
      }

      @Override
      public Uni<PaintedImage> fetch(ImageFormat wanted) {
        return wanted == self.format
            ? Uni.createFrom().item(self)
            : Uni.createFrom()
                .failure(
                    new PaintingException(
                        PaintingException.NOT_ENCODED,
                        "format: " + wanted + " (expected: " + self.format + ")"));
      }
    };
  }
}
