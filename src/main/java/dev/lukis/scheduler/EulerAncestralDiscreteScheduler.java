package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;

/**
 * Euler's method that goes further down than the next noise level and adds fresh noise up to it:
 * ancestral sampling in the variance-exploding form, as in equation 4 of Song and Ermon,
 * "Generative Modeling by Estimating Gradients of the Data Distribution" (2019), at the levels of
 * {@link EulerDiscreteScheduler}.
 *
 * @param levels the noise levels
 * @param prediction how the model's answer is read
 */
public record EulerAncestralDiscreteScheduler(SigmaLevels levels, Prediction prediction)
    implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    return new Ancestral(levels.levels(numInferenceSteps));
  }

  private final class Ancestral extends ExplodingSchedule {
    Ancestral(SigmaLevels.Levels found) {
      super(found, prediction);
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      double from = sigma(callIndex);
      double to = sigma(callIndex + 1);
      double up = to * Math.sqrt(1 - to * to / (from * from));
      double down = Math.sqrt(Math.max(0, to * to - up * up));
      Tensor original = original(modelOutput, callIndex, sample);
      Tensor lower = towards(original, callIndex, sample, down);
      Tensor previous = up > 0 ? lower.plus((float) up, context.noise().get()) : lower;
      return new SchedulerStep(previous, original);
    }
  }
}
