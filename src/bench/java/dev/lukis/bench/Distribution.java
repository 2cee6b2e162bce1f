package dev.lukis.bench;

import java.util.Arrays;

/** Readings of one quantity, in any unit. Not thread-safe. */
public final class Distribution {
  // Mutable state
  private double[] readings = new double[64];
  private int count;

  public void add(double reading) {
    if (count == readings.length) {
      readings = Arrays.copyOf(readings, 2 * count);
    }
    readings[count++] = reading;
  }

  public void forget() {
    count = 0;
  }

  public int count() {
    return count;
  }

  public double median() {
    return quantile(0.5);
  }

  /**
   * The smallest reading that at least this part of all readings does not exceed.
   *
   * @return NaN without readings
   */
  public double quantile(double part) {
    if (count == 0) {
      return Double.NaN;
    }
    double[] sorted = Arrays.copyOf(readings, count);
    Arrays.sort(sorted);
    int rank = (int) Math.ceil(part * count);
    return sorted[Math.max(rank, 1) - 1];
  }
}
