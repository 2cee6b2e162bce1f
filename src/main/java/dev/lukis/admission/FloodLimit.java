package dev.lukis.admission;

import io.github.bucket4j.Bucket;

/** Bounds the refused messages of one connection. Times in nanoseconds. On one thread at a time. */
final class FloodLimit {
  private final CurrentTime time;
  private final Bucket allowance;

  // Mutable state
  private boolean exceeded;

  FloodLimit(Rate refusals, long now) {
    this.time = new CurrentTime(now);
    this.allowance = BandwidthLimit.bucket(refusals, time);
  }

  /** A message was refused. */
  void refused(long now) {
    time.set(now);
    exceeded |= !allowance.tryConsume(1);
  }

  boolean exceeded() {
    return exceeded;
  }
}
