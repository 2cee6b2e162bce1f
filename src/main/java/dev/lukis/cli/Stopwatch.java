package dev.lukis.cli;

/** Tells how long each stage took. Not thread-safe. */
final class Stopwatch {
  private static final double NANOS_PER_MILLI = 1e6;

  private final CheckOutput out;

  // Mutable state
  private long begun = System.nanoTime();

  Stopwatch(CheckOutput out) {
    this.out = out;
  }

  /** A stage has ended, and the next begins. */
  void lap(String stage) {
    out.time(stage, (System.nanoTime() - begun) / NANOS_PER_MILLI);
    begun = System.nanoTime();
  }

  /** The next stage begins; what was between is of none. */
  void restart() {
    begun = System.nanoTime();
  }
}
