package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * Euler's method that goes further down than the next noise level and adds fresh noise up to it:
 * ancestral sampling in the variance-exploding form, as in equation 4 of Song and Ermon,
 * "Generative Modeling by Estimating Gradients of the Data Distribution" (2019), at the levels of
 * {@link EulerDiscreteScheduler}.
 *
 * @param euler decides the levels; without Karras' spacing
 */
public record EulerAncestralDiscreteScheduler(EulerDiscreteScheduler euler) implements Scheduler {
  public EulerAncestralDiscreteScheduler {
    if (euler.useKarrasSigmas()) {
      throw new IllegalArgumentException("use_karras_sigmas: true (expected: false)");
    }
  }

  @Override
  public Schedule schedule(int numInferenceSteps) {
    return new Ancestral(euler.schedule(numInferenceSteps));
  }

  private final class Ancestral implements Schedule {
    private final Schedule levels;

    Ancestral(Schedule levels) {
      this.levels = levels;
    }

    @Override
    public int steps() {
      return levels.steps();
    }

    @Override
    public float timestep(int stepIndex) {
      return levels.timestep(stepIndex);
    }

    @Override
    public float sigma(int stepIndex) {
      return levels.sigma(stepIndex);
    }

    @Override
    public float initNoiseSigma() {
      return levels.initNoiseSigma();
    }

    @Override
    public Tensor scaleModelInput(Tensor sample, int stepIndex) {
      return levels.scaleModelInput(sample, stepIndex);
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      float from = sigma(stepIndex);
      float to = sigma(stepIndex + 1);
      double up = to * Math.sqrt(1 - (double) to * to / ((double) from * from));
      double down = Math.sqrt(Math.max(0, (double) to * to - up * up));
      Tensor original = euler.predictionType().original(modelOutput, from, sample);
      Tensor derivative = sample.plus(-1, original).times(1 / from);
      Tensor lower = sample.plus((float) (down - from), derivative);
      Tensor previous = up > 0 ? lower.plus((float) up, context.noise().get()) : lower;
      return new SchedulerStep(previous, original);
    }
  }
}
