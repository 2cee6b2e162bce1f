package dev.lukis.bench;

import java.util.Arrays;

/**
 * How long what is on screen has been older than what is typed, weighted by time: a histogram of
 * milliseconds in which every millisecond of typing counts once. Not thread-safe.
 */
public final class Staleness {
  private static final int LONGEST_MILLIS = 60_000;

  // Mutable state
  private final long[] millisAt = new long[LONGEST_MILLIS + 1];
  private long total;

  /** The screen was up to date for this long. */
  public void upToDate(long millis) {
    millisAt[0] += millis;
    total += millis;
  }

  /** The age of what was not yet shown grew from one value to another, as time passed. */
  public void grew(long fromMillis, long toMillis) {
    for (long age = fromMillis; age < toMillis; age++) {
      millisAt[(int) Math.min(age, LONGEST_MILLIS)]++;
    }
    total += toMillis - fromMillis;
  }

  public void forget() {
    Arrays.fill(millisAt, 0);
    total = 0;
  }

  /** In milliseconds; NaN without readings. */
  public double mean() {
    double sum = 0;
    for (int age = 0; age < millisAt.length; age++) {
      sum += (double) age * millisAt[age];
    }
    return sum / total;
  }

  /** The staleness, in milliseconds, that was not exceeded for this part of the time. */
  public double quantile(double part) {
    long seen = 0;
    for (int age = 0; age < millisAt.length; age++) {
      seen += millisAt[age];
      if (seen >= part * total && seen > 0) {
        return age;
      }
    }
    return Double.NaN;
  }
}
