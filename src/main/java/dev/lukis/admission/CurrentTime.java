package dev.lukis.admission;

import io.github.bucket4j.TimeMeter;

/** The time that callers passed last, for Bucket4j. Guarded by its owner. */
final class CurrentTime implements TimeMeter {
  // Mutable state
  private long nanos;

  CurrentTime(long nanos) {
    this.nanos = nanos;
  }

  void set(long now) {
    nanos = now;
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
