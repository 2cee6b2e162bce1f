package dev.lukis.image;

import dev.lukis.tensor.Tensor;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The encodings an image can be sent in. Thread-safe: every call uses a writer of its own. */
public enum ImageFormat {
  JPEG("image/jpeg", "jpeg", 0.85f),
  PNG("image/png", "png", Float.NaN),
  WEBP("image/webp", "webp", 0.85f);

  static {
    // Encoded images are small; a cache file on disk would cost more than the encoding.
    ImageIO.setUseCache(false);
  }

  private final String mime;
  private final String writerName;
  private final float quality;

  ImageFormat(String mime, String writerName, float quality) {
    this.mime = mime;
    this.writerName = writerName;
    this.quality = quality;
  }

  /** The media type, as RFC 6838 registers it. */
  public String mime() {
    return mime;
  }

  /**
   * @param pixels [3, height, width], red, green and blue in [-1, 1]; values beyond are clipped
   */
  public byte[] encode(Tensor pixels) {
    BufferedImage image = Pixels.toBufferedImage(pixels);
    ImageWriter writer = ImageIO.getImageWritersByFormatName(writerName).next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(16 * 1024);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), parameters(writer));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode as " + mime, e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private ImageWriteParam parameters(ImageWriter writer) {
    ImageWriteParam parameters = writer.getDefaultWriteParam();
    if (!Float.isNaN(quality)) {
      parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      if (parameters.getCompressionType() == null) {
        parameters.setCompressionType(parameters.getCompressionTypes()[0]);
      }
      parameters.setCompressionQuality(quality);
    }
    return parameters;
  }
}
