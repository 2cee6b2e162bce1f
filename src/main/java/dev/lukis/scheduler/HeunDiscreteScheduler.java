package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;
import java.util.List;

/**
 * Heun's method in the variance-exploding form: algorithm 1 of Karras et al., "Elucidating the
 * Design Space of Diffusion-Based Generative Models" (2022). Every step asks the model twice, at
 * its beginning and at its end; the last step, which ends at no noise, asks it once.
 *
 * @param levels the noise levels
 * @param prediction how the model's answer is read
 */
public record HeunDiscreteScheduler(SigmaLevels levels, Prediction prediction)
    implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    SigmaLevels.Levels found = levels.levels(numInferenceSteps);
    int calls = 2 * numInferenceSteps - 1;
    float[] timesteps = new float[calls];
    float[] sigmas = new float[calls + 1];
    for (int i = 0; i < calls; i++) {
      timesteps[i] = found.timesteps()[(i + 1) / 2];
      sigmas[i] = found.sigmas()[(i + 1) / 2];
    }
    sigmas[calls] = found.sigmas()[numInferenceSteps];
    return new Heun(timesteps, sigmas, found.initNoiseSigma());
  }

  private final class Heun extends ExplodingSchedule {
    Heun(float[] timesteps, float[] sigmas, float initNoiseSigma) {
      super(timesteps, sigmas, initNoiseSigma, prediction);
    }

    @Override
    public int steps() {
      return stepAfter(calls());
    }

    @Override
    public int stepAfter(int calls) {
      return (calls + 1) / 2;
    }

    // The memory within a step: the sample at its beginning, and the derivative there.
    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      Tensor original = original(modelOutput, callIndex, sample);
      Tensor derivative = derivative(sample, original, callIndex);
      if (!withinStep(callIndex)) {
        Tensor end = sample.plus(sigmaChange(callIndex), derivative);
        return new SchedulerStep(end, original, List.of(sample, derivative));
      }
      Tensor begin = context.memory().get(0);
      Tensor both = context.memory().get(1).plus(1, derivative);
      return new SchedulerStep(begin.plus(sigmaChange(callIndex - 1) / 2, both), original);
    }
  }
}
