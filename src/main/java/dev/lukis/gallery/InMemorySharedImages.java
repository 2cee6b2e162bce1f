package dev.lukis.gallery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.painting.PaintedImage;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps shared images in this process, bounded in bytes. Thread-safe. */
public final class InMemorySharedImages implements SharedImages {
  private final Cache<String, PaintedImage> shared;

  /**
   * @param lifetime after which a share expires
   * @param maxBytes upper bound of all images together
   * @param clock measures the lifetime
   */
  public InMemorySharedImages(Duration lifetime, long maxBytes, Clock clock) {
    this.shared =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((String token, PaintedImage image) -> image.memory())
            .expireAfterWrite(lifetime)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  @Override
  public Uni<Void> put(String token, PaintedImage image) {
    return Uni.createFrom()
        .item(
            () -> {
              shared.put(token, image);
              return null;
            });
  }

  @Override
  public Uni<Optional<PaintedImage>> find(String token) {
    return Uni.createFrom().item(() -> Optional.ofNullable(shared.getIfPresent(token)));
  }
}
