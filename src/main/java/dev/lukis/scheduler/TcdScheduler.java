package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * Strategic stochastic sampling: Zheng et al., "Trajectory Consistency Distillation" (2024),
 * algorithm 4. Every step moves along the trajectory to a point below the next timestep, and adds
 * fresh noise up to it.
 *
 * @param noise the noise levels the model was trained on
 * @param predictionType what the model predicts
 * @param originalInferenceSteps the steps of the sampler that the model was distilled from
 * @param eta how far below the next timestep, from 0 (no noise is added) to 1
 */
public record TcdScheduler(
    TrainedNoise noise, PredictionType predictionType, int originalInferenceSteps, double eta)
    implements Scheduler {

  public TcdScheduler {
    Checks.positive("original_inference_steps", originalInferenceSteps);
    if (!(eta >= 0 && eta <= 1)) {
      throw new IllegalArgumentException("eta: " + eta + " (expected: 0..1)");
    }
  }

  @Override
  public Schedule schedule(int numInferenceSteps) {
    double[] timesteps =
        ConsistencyTimesteps.of(
            numInferenceSteps, originalInferenceSteps, noise.numTrainTimesteps());
    float[] sigmas = new float[numInferenceSteps + 1];
    System.arraycopy(Floats.of(noise.sigmasAt(timesteps)), 0, sigmas, 0, numInferenceSteps);
    sigmas[numInferenceSteps] = (float) noise.sigmaAt(0);
    return new Tcd(Floats.of(timesteps), sigmas);
  }

  private final class Tcd extends PreservingSchedule {
    Tcd(float[] timesteps, float[] sigmas) {
      super(timesteps, sigmas);
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      float sigma = sigma(stepIndex);
      boolean last = stepIndex + 1 == steps();
      double next = last ? 0 : timestep(stepIndex + 1);
      double below = noise.sigmaAt(Math.floor((1 - eta) * next));
      Tensor original = SampleForm.original(predictionType, modelOutput, sigma, sample);
      Tensor moved = SampleForm.of(below, original, SampleForm.noise(sigma, sample, original));
      boolean noisy = eta > 0 && !last;
      return new SchedulerStep(
          noisy ? raised(moved, below, sigma(stepIndex + 1), context) : moved, original);
    }

    private Tensor raised(Tensor sample, double from, double to, StepContext context) {
      double kept = SampleForm.alpha(to) / SampleForm.alpha(from);
      float added = (float) Math.sqrt(Math.max(0, 1 - kept * kept));
      return sample.times((float) kept).plus(added, context.noise().get());
    }
  }
}
