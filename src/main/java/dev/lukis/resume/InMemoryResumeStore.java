package dev.lukis.resume;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps things in this process, bounded in bytes: above the bound, things are evicted. Thread-safe.
 *
 * @param <T> type of the kept things
 */
public final class InMemoryResumeStore<T> implements ResumeStore<T> {
  private final Cache<String, T> kept;

  /**
   * @param lifetime after which a thing expires
   * @param maxBytes upper bound of all sizes together
   * @param size of a thing, in bytes
   * @param ticker nanoseconds of a clock that only goes forward
   */
  public InMemoryResumeStore(
      Duration lifetime, long maxBytes, ToLongFunction<T> size, Ticker ticker) {
    this.kept =
        Caffeine.newBuilder()
            .expireAfterWrite(lifetime)
            .maximumWeight(maxBytes)
            .weigher(
                (String token, T thing) ->
                    (int) Math.min(Integer.MAX_VALUE, size.applyAsLong(thing)))
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Uni<Void> put(String token, T thing) {
    return Uni.createFrom()
        .item(
            () -> {
              kept.put(token, thing);
              return null;
            });
  }

  @Override
  public Uni<Optional<T>> take(String token) {
    return Uni.createFrom().item(() -> Optional.ofNullable(kept.asMap().remove(token)));
  }

  @Override
  public long size() {
    kept.cleanUp();
    return kept.estimatedSize();
  }
}
