package dev.lukis.tensor;

/**
 * Standard normal noise as a pure function of seed, step index and shape: the same arguments give
 * the same values on every machine and in any order of calls. Stateless.
 *
 * <p>Step index {@link #INITIAL} is the noise a generation starts from; a scheduler that adds noise
 * in step i asks for step index i.
 */
public final class SeededNoise {
  /** The step index of the noise that a generation starts from. */
  public static final int INITIAL = -1;

  private SeededNoise() {}

  public static Tensor normal(long seed, int stepIndex, Shape shape) {
    float[] values = new float[shape.elements()];
    long stream = SplitMix64.mix(SplitMix64.mix(seed) + stepIndex);
    for (int i = 0; i < values.length; i += 2) {
      fillPair(values, i, stream);
    }
    return new Tensor(shape, values);
  }

  // Counter-based: draw i does not depend on draw i - 1. Box and Muller, "A Note on the Generation
  // of Random Normal Deviates" (1958); StrictMath, so that all machines agree.
  private static void fillPair(float[] values, int i, long stream) {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - SplitMix64.unit(stream, i)));
    double angle = 2 * Math.PI * SplitMix64.unit(stream, i + 1);
    values[i] = (float) (radius * StrictMath.cos(angle));
    if (i + 1 < values.length) {
      values[i + 1] = (float) (radius * StrictMath.sin(angle));
    }
  }
}
