package dev.lukis.scheduler.noise;

/** Narrowing of what was computed in double precision. */
public final class Floats {
  private Floats() {}

  public static float[] of(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }

  /** The values and one more after them. */
  public static float[] endingAt(double last, double[] values) {
    float[] narrowed = new float[values.length + 1];
    System.arraycopy(of(values), 0, narrowed, 0, values.length);
    narrowed[values.length] = (float) last;
    return narrowed;
  }
}
