package dev.lukis.scheduler.noise;

/** Evenly spaced points. */
public final class Spacing {
  private Spacing() {}

  /** Point {@code index} of {@code count} from {@code first} to {@code last}, both included. */
  public static double between(double first, double last, int index, int count) {
    if (count == 1) {
      return first;
    }
    // In numpy's order of operations, since timesteps are cut off behind the point.
    return index == count - 1 ? last : index * ((last - first) / (count - 1)) + first;
  }
}
