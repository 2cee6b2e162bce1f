package dev.lukis.scheduler;

/** Narrowing of what was computed in double precision. */
final class Floats {
  private Floats() {}

  static float[] of(double[] values) {
    float[] narrowed = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrowed[i] = (float) values[i];
    }
    return narrowed;
  }

  /** The values and a zero after them. */
  static float[] endingAtZero(double[] values) {
    float[] narrowed = new float[values.length + 1];
    System.arraycopy(of(values), 0, narrowed, 0, values.length);
    return narrowed;
  }
}
