package dev.lukis.admission;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.local.SynchronizationStrategy;
import java.time.Duration;

/** Limits messages and bytes to {@link Rates}. Times in nanoseconds. Thread-safe. */
final class BandwidthLimit {
  private final Bucket messages;
  private final Bucket bytes;
  private final long messagesBurst;
  private final long bytesBurst;
  private final CurrentTime time;

  /** Full buckets. */
  BandwidthLimit(Rates rates, long now) {
    this.time = new CurrentTime(now);
    this.messages = bucket(rates.messages(), time);
    this.bytes = bucket(rates.bytes(), time);
    this.messagesBurst = rates.messages().wholeBurst();
    this.bytesBurst = rates.bytes().wholeBurst();
  }

  /** A full bucket. Not synchronized. */
  static Bucket bucket(Rate rate, TimeMeter time) {
    Rate.Refill refill = rate.refill();
    return Bucket.builder()
        .withCustomTimePrecision(time)
        .withSynchronizationStrategy(SynchronizationStrategy.NONE)
        .addLimit(
            limit ->
                limit
                    .capacity(rate.wholeBurst())
                    .refillGreedy(refill.tokens(), Duration.ofSeconds(refill.seconds())))
        .build();
  }

  /**
   * Nanoseconds until a message of this size is accepted, 0 for now. A message larger than the
   * burst is accepted when the bucket is full; otherwise it never would be.
   */
  synchronized long waitNanos(int size, long now) {
    time.set(now);
    return Math.max(waitNanos(messages, 1), waitNanos(bytes, Math.min(size, bytesBurst)));
  }

  private static long waitNanos(Bucket bucket, long tokens) {
    return tokens == 0 ? 0 : bucket.estimateAbilityToConsume(tokens).getNanosToWaitForRefill();
  }

  /** Takes a message into account; tokens may become negative. */
  synchronized void take(int size, long now) {
    time.set(now);
    messages.consumeIgnoringRateLimits(1);
    if (size > 0) {
      bytes.consumeIgnoringRateLimits(size);
    }
  }

  /** Whether the buckets are full, so that a new limit would be the same. */
  synchronized boolean untouched(long now) {
    time.set(now);
    return messages.getAvailableTokens() >= messagesBurst
        && bytes.getAvailableTokens() >= bytesBurst;
  }
}
