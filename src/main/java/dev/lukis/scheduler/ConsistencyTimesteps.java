package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.TrainedNoise;

/** The timesteps of models that were distilled to jump between those of a longer sampler. */
final class ConsistencyTimesteps {
  private ConsistencyTimesteps() {}

  /**
   * @param timesteps falling, one for each step
   * @param mixes the parts of a sample at each
   */
  record Levels(float[] timesteps, NoiseMix[] mixes) {
    NoiseMix mix(int index) {
      return mixes[index];
    }

    /** The noise levels, and that of the sample in the end. */
    float[] sigmas(NoiseMix last) {
      float[] sigmas = new float[mixes.length + 1];
      for (int i = 0; i < mixes.length; i++) {
        sigmas[i] = (float) mixes[i].sigma();
      }
      sigmas[mixes.length] = (float) last.sigma();
      return sigmas;
    }
  }

  /**
   * So many timesteps of a longer sampler, from its first.
   *
   * @param originalInferenceSteps the steps of the longer sampler, which stride evenly from the
   *     last training timestep
   */
  static Levels of(int count, int originalInferenceSteps, TrainedNoise noise) {
    if (count < 1 || count > originalInferenceSteps) {
      throw new IllegalArgumentException(
          "num_inference_steps: " + count + " (expected: 1.." + originalInferenceSteps + ")");
    }
    int stride = noise.numTrainTimesteps() / originalInferenceSteps;
    float[] timesteps = new float[count];
    NoiseMix[] mixes = new NoiseMix[count];
    for (int i = 0; i < count; i++) {
      int index = (int) ((long) i * originalInferenceSteps / count);
      int timestep = (originalInferenceSteps - index) * stride - 1;
      timesteps[i] = timestep;
      mixes[i] = noise.mixAt(timestep);
    }
    return new Levels(timesteps, mixes);
  }
}
