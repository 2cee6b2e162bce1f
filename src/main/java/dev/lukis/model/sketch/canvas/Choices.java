package dev.lukis.model.sketch.canvas;

import java.util.List;

/**
 * A stream of seeded random choices. Streams for other purposes are independent: what one draws
 * changes nothing in another, so that an edit of a prompt changes what it says and little else. Not
 * thread-safe.
 *
 * <p>Number {@code i} of a stream is SplitMix64's output for its key plus {@code i} times the
 * golden gamma (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators", OOPSLA
 * 2014), so that all machines agree. A purpose is hashed into the key by FNV-1a.
 */
public final class Choices {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final long FNV_OFFSET = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private final long key;

  // Mutable state
  private long drawn;

  private Choices(long key) {
    this.key = key;
  }

  public static Choices of(long seed) {
    return new Choices(mixed(seed));
  }

  /** A new stream for a purpose; the same purpose gives the same stream. */
  public Choices of(String purpose) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < purpose.length(); i++) {
      hash = (hash ^ purpose.charAt(i)) * FNV_PRIME;
    }
    return new Choices(mixed(key ^ mixed(hash)));
  }

  /** A new stream for number {@code index} of a purpose. */
  public Choices of(String purpose, int index) {
    return of(purpose + '#' + index);
  }

  private static long mixed(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return (mixed(key + GOLDEN_GAMMA * drawn++) >>> 11) * 0x1.0p-53;
  }

  /** Uniform between two numbers, in any order. */
  public double uniform(double from, double to) {
    return from + (to - from) * unit();
  }

  /** A whole number from {@code least} to {@code most}, both included. */
  public int between(int least, int most) {
    return least + (int) (unit() * (most - least + 1));
  }

  public boolean chance(double probability) {
    return unit() < probability;
  }

  @SafeVarargs
  public final <T> T among(T... values) {
    return values[(int) (unit() * values.length)];
  }

  public <T> T among(List<T> values) {
    return values.get((int) (unit() * values.size()));
  }

  public double number(double... values) {
    return values[(int) (unit() * values.length)];
  }

  /** A colour near another: each part moves by up to {@code amount}. */
  public Rgb vary(Rgb colour, double amount) {
    return Rgb.of(
            colour.red() + uniform(-amount, amount),
            colour.green() + uniform(-amount, amount),
            colour.blue() + uniform(-amount, amount))
        .clipped();
  }

  /** A colour near another. */
  public Rgb vary(Rgb colour) {
    return vary(colour, 0.05);
  }

  /** The numbers 0 to count - 1 in random order. */
  public int[] shuffled(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = (int) (unit() * (i + 1));
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
