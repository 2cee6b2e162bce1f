package dev.lukis.scheduler;

/** Refuses parameters out of range, naming the value and what was expected. */
final class Checks {
  private Checks() {}

  static void positive(String name, double value) {
    if (!(value > 0)) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: > 0)");
    }
  }

  static void inferenceSteps(int steps, int numTrainTimesteps) {
    if (steps < 1 || steps > numTrainTimesteps) {
      throw new IllegalArgumentException(
          "num_inference_steps: " + steps + " (expected: 1.." + numTrainTimesteps + ")");
    }
  }
}
