package dev.lukis.admission;

/** Measures messages against {@link Rates}. Times in nanoseconds. Thread-safe. */
final class BandwidthLimit {
  private final TokenBucket messages;
  private final TokenBucket bytes;

  BandwidthLimit(Rates rates, long now) {
    this.messages = new TokenBucket(rates.messages(), now);
    this.bytes = new TokenBucket(rates.bytes(), now);
  }

  /** How long until a message of this size may come, 0 for now. */
  synchronized long wait(int size, long now) {
    return Math.max(messages.wait(1, now), bytes.wait(size, now));
  }

  synchronized void take(int size, long now) {
    messages.take(1, now);
    bytes.take(size, now);
  }

  /** Whether nothing has been taken lately. */
  synchronized boolean untouched(long now) {
    return messages.full(now) && bytes.full(now);
  }
}
