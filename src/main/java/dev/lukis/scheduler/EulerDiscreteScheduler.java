package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;

/**
 * Euler's method in the variance-exploding form: algorithm 2 without churn of Karras et al.,
 * "Elucidating the Design Space of Diffusion-Based Generative Models" (2022).
 *
 * @param levels the noise levels
 * @param prediction how the model's answer is read
 * @param continuousTimesteps {@code timestep_type}: whether the model is told a quarter of the
 *     logarithm of the noise level, rather than a training timestep
 */
public record EulerDiscreteScheduler(
    SigmaLevels levels, Prediction prediction, boolean continuousTimesteps) implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    SigmaLevels.Levels found = levels.levels(numInferenceSteps);
    float[] timesteps = found.timesteps();
    if (continuousTimesteps) {
      timesteps = new float[numInferenceSteps];
      for (int i = 0; i < numInferenceSteps; i++) {
        timesteps[i] = (float) (0.25 * Math.log(found.sigmas()[i]));
      }
    }
    return new Euler(timesteps, found.sigmas(), found.initNoiseSigma());
  }

  private final class Euler extends ExplodingSchedule {
    Euler(float[] timesteps, float[] sigmas, float initNoiseSigma) {
      super(timesteps, sigmas, initNoiseSigma, prediction);
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      Tensor original = original(modelOutput, callIndex, sample);
      return new SchedulerStep(
          towards(original, callIndex, sample, sigma(callIndex + 1)), original);
    }
  }
}
