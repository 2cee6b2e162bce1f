package dev.lukis.gallery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Keeps shared images in this process, bounded in bytes. Thread-safe. */
public final class InMemorySharedImages implements SharedImages {
  private final Cache<String, EncodedImage> shared;

  /**
   * @param lifetime after which a share expires
   * @param maxBytes upper bound of all images together
   * @param clock measures the lifetime
   */
  public InMemorySharedImages(Duration lifetime, long maxBytes, Clock clock) {
    this.shared =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((String token, EncodedImage image) -> image.weight())
            .expireAfterWrite(lifetime)
            .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
            .build();
  }

  @Override
  public Uni<Void> put(String token, EncodedImage image) {
    return Uni.createFrom()
        .item(
            () -> {
              shared.put(token, image);
              return null;
            });
  }

  @Override
  public Uni<Optional<EncodedImage>> find(String token) {
    return Uni.createFrom().item(() -> Optional.ofNullable(shared.getIfPresent(token)));
  }
}
