package dev.lukis.resume;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Keeps things for a while against a token that only their owner knows. Bounded in bytes: the
 * oldest goes first. Times in nanoseconds. Thread-safe.
 *
 * @param <T> what is kept
 */
public final class ResumeStore<T> {
  private final long lifetime;
  private final long maxBytes;
  private final ToLongFunction<T> size;

  // Mutable state, guarded by this
  private final Map<String, Kept<T>> kept = new LinkedHashMap<>();
  private long bytes;

  private record Kept<T>(T thing, long until, long bytes) {}

  /**
   * @param lifetime how long a thing is kept
   * @param size of a thing, in bytes
   */
  public ResumeStore(Duration lifetime, long maxBytes, ToLongFunction<T> size) {
    this.lifetime = lifetime.toNanos();
    this.maxBytes = maxBytes;
    this.size = size;
  }

  /** Keeps a thing; whatever was kept against this token goes. */
  public synchronized void put(String token, T thing, long now) {
    take(token, now);
    Kept<T> added = new Kept<>(thing, now + lifetime, size.applyAsLong(thing));
    kept.put(token, added);
    bytes += added.bytes();
    review(now);
  }

  /** Hands a thing out, once. */
  public synchronized Optional<T> take(String token, long now) {
    Kept<T> found = kept.remove(token);
    if (found == null) {
      return Optional.empty();
    }
    bytes -= found.bytes();
    return found.until() - now >= 0 ? Optional.of(found.thing()) : Optional.empty();
  }

  /** Forgets what nobody has fetched in time. To be called now and then. */
  public synchronized void review(long now) {
    Iterator<Kept<T>> oldestFirst = kept.values().iterator();
    while (oldestFirst.hasNext()) {
      Kept<T> oldest = oldestFirst.next();
      if (oldest.until() - now >= 0 && bytes <= maxBytes) {
        return;
      }
      bytes -= oldest.bytes();
      oldestFirst.remove();
    }
  }

  /** How many things are kept. */
  public synchronized int size() {
    return kept.size();
  }

  synchronized long bytes() {
    return bytes;
  }
}
