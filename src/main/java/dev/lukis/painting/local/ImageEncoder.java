package dev.lukis.painting.local;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.image.ImageFormat;
import dev.lukis.painting.FetchableImage;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.PaintingException;
import dev.lukis.safety.ImageGate;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;

/**
 * Judges and encodes images on worker threads, each when it is fetched. Thread-safe.
 *
 * @param gate decides whether an image may be shown
 * @param workers threads that judge and encode
 * @param encoded receives the time of each judging and encoding, in nanoseconds
 */
public record ImageEncoder(ImageGate gate, Executor workers, LongConsumer encoded) {
  FetchableImage fetchable(GeneratedImage image) {
    ImageHeader header = LocalRequests.header(image);
    return new FetchableImage() {
      @Override
      public ImageHeader header() {
        return header;
      }

      @Override
      public Uni<PaintedImage> fetch(ImageFormat format) {
        return Uni.createFrom()
            .item(() -> new PaintedImage(header, format, encode(image, format)))
            .runSubscriptionOn(workers);
      }
    };
  }

  private byte[] encode(GeneratedImage image, ImageFormat format) {
    long before = System.nanoTime();
    if (!gate.allows(image.pixels())) {
      throw PaintingException.imageBlocked();
    }
    byte[] bytes = format.encode(image.pixels());
    encoded.accept(System.nanoTime() - before);
    return bytes;
  }
}
