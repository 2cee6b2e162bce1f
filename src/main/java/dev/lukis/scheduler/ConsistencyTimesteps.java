package dev.lukis.scheduler;

/** The timesteps of models that were distilled to jump between those of a longer sampler. */
final class ConsistencyTimesteps {
  private ConsistencyTimesteps() {}

  /**
   * @param originalInferenceSteps the steps of the longer sampler, which stride evenly from the
   *     last training timestep
   * @return so many of its timesteps, falling, from its first
   */
  static double[] of(int count, int originalInferenceSteps, int numTrainTimesteps) {
    if (count < 1 || count > originalInferenceSteps) {
      throw new IllegalArgumentException(
          "num_inference_steps: " + count + " (expected: 1.." + originalInferenceSteps + ")");
    }
    int stride = numTrainTimesteps / originalInferenceSteps;
    double[] timesteps = new double[count];
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * originalInferenceSteps / count);
      timesteps[i] = (double) (originalInferenceSteps - index) * stride - 1;
    }
    return timesteps;
  }
}
