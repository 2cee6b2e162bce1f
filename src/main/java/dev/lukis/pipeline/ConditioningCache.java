package dev.lukis.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.lukis.image.ImageSpec;

/**
 * The conditioning of prompts that were encoded lately, so that going back to earlier words asks no
 * model. Bounded in bytes; the least valuable goes first. Thread-safe.
 */
public final class ConditioningCache {
  private final ImagePipeline pipeline;
  private final Cache<Key, Conditioning> entries;

  private record Key(String prompt, String negativePrompt, boolean guided) {}

  /**
   * @param pipeline encodes what is not there; on the caller's thread
   * @param maxBytes of hidden states
   */
  public ConditioningCache(ImagePipeline pipeline, long maxBytes) {
    this.pipeline = pipeline;
    this.entries =
        Caffeine.newBuilder()
            .maximumWeight(maxBytes)
            .weigher((Key key, Conditioning value) -> value.bytes())
            .executor(Runnable::run)
            .recordStats()
            .build();
  }

  public Conditioning encode(ImageSpec request) {
    boolean guided = request.guided();
    Key key = new Key(request.prompt(), guided ? request.negativePrompt() : "", guided);
    return entries.get(key, missing -> pipeline.encode(request));
  }

  public long hits() {
    return entries.stats().hitCount();
  }

  public long misses() {
    return entries.stats().missCount();
  }
}
