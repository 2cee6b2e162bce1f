package dev.lukis.cli;

import java.io.PrintStream;
import java.util.Locale;

/** Prints how long each stage took. Not thread-safe. */
final class Stopwatch {
  private static final double NANOS_PER_MILLI = 1e6;

  private final PrintStream out;

  // Mutable state
  private long begun = System.nanoTime();

  Stopwatch(PrintStream out) {
    this.out = out;
  }

  /** A stage has ended, and the next begins. */
  void lap(String stage) {
    long now = System.nanoTime();
    out.printf(Locale.ROOT, "%9.1f ms  %s%n", (now - begun) / NANOS_PER_MILLI, stage);
    begun = System.nanoTime();
  }
}
