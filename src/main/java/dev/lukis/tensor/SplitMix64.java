package dev.lukis.tensor;

/**
 * The output function of SplitMix64 as a hash from a counter to uniform bits: Steele, Lea and
 * Flood, "Fast Splittable Pseudorandom Number Generators" (OOPSLA 2014). Stateless.
 */
final class SplitMix64 {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private SplitMix64() {}

  static long mix(long value) {
    long z = value + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Draw {@code counter} of {@code stream}, uniform in [0, 1). */
  static double unit(long stream, int counter) {
    return (mix(stream + counter * GOLDEN_GAMMA) >>> 11) * UNIT;
  }
}
