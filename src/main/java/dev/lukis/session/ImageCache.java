package dev.lukis.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.image.ImageFormat;
import dev.lukis.pipeline.ImageRequest;
import java.util.Optional;

/**
 * Encoded images made lately, so that going back to earlier words shows them at once. Only finished
 * images that their request alone decides are kept. Bounded in bytes; the least valuable goes
 * first. Thread-safe.
 */
public final class ImageCache {
  private static final int ENTRY_BYTES = 512;

  private final Cache<Key, Entry> entries;

  private record Key(ImageRequest image, ImageFormat format) {}

  private record Entry(long generation, int steps, byte[] encoded) {}

  /**
   * @param maxBytes of encoded images
   */
  public ImageCache(long maxBytes) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, Entry value) -> ENTRY_BYTES + value.encoded.length)
            .recordStats()
            .build();
  }

  void put(Picture picture, ImageFormat format, byte[] encoded) {
    if (!picture.preview() && picture.pure()) {
      entries.put(
          new Key(picture.request().image(), format),
          new Entry(picture.generation(), picture.steps(), encoded));
    }
  }

  /** The image that a request asks for, when it is there. */
  Optional<Picture> find(GenerationRequest request, ImageFormat format) {
    Entry entry = entries.getIfPresent(new Key(request.image(), format));
    return entry == null
        ? Optional.empty()
        : Optional.of(
            new Picture(
                request, entry.generation, entry.steps, entry.steps, true, same -> entry.encoded));
  }

  public long hits() {
    return entries.stats().hitCount();
  }

  public long misses() {
    return entries.stats().missCount();
  }
}
