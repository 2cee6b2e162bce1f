package dev.lukis.scheduler.noise;

/** Evenly spaced points. */
public final class Spacing {
  private Spacing() {}

  /** Point {@code index} of {@code count} from {@code first} to {@code last}, both included. */
  public static double between(double first, double last, int index, int count) {
    return count == 1 ? first : first + (last - first) * index / (count - 1);
  }
}
