package dev.lukis.scheduler.noise;

/** Refuses parameters out of range, naming the value and what was expected. */
public final class Checks {
  private Checks() {}

  public static void positive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
    }
  }

  public static void inferenceSteps(int steps, int numTrainTimesteps) {
    if (steps < 1 || steps > numTrainTimesteps) {
      throw new IllegalArgumentException(
          "num_inference_steps: " + steps + " (expected: 1.." + numTrainTimesteps + ")");
    }
  }
}
