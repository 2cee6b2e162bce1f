package dev.lukis.painting;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import java.util.Optional;

/**
 * Encoded images made lately, so that going back to earlier words shows them at once. Keeps only
 * finished images that their request alone decides. Bounded in bytes; the least valuable image is
 * evicted first. Thread-safe.
 */
public final class ImageCache {
  private static final int ENTRY_BYTES = 512;

  private final Cache<Key, PaintedImage> entries;

  private record Key(ImageSpec image, ImageFormat format) {}

  /**
   * @param maxBytes of encoded images
   */
  public ImageCache(long maxBytes) {
    entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, PaintedImage value) -> ENTRY_BYTES + value.bytes().length)
            .recordStats()
            .build();
  }

  /** Keeps an image unless it is a preview or was steered. */
  public void put(PaintedImage image) {
    ImageHeader header = image.header();
    if (!header.preview() && header.pure()) {
      entries.put(new Key(header.request().image(), image.format()), image);
    }
  }

  /** The image that a request asks for, if it is kept. */
  public Optional<PaintedImage> find(PaintRequest request, ImageFormat format) {
    return Optional.ofNullable(entries.getIfPresent(new Key(request.image(), format)))
        .map(image -> image.answering(request));
  }

  public long hits() {
    return entries.stats().hitCount();
  }

  public long misses() {
    return entries.stats().missCount();
  }
}
