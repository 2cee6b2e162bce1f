package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * Multistep consistency sampling: Luo et al., "Latent Consistency Models" (2023), algorithm 3.
 * Every step jumps to the clean sample, and all but the last add fresh noise down to the next
 * level.
 *
 * @param noise the noise levels the model was trained on
 * @param predictionType what the model predicts
 * @param originalInferenceSteps the steps of the sampler that the model was distilled from
 * @param timestepScaling by which the timesteps enter the boundary condition, above 0
 */
public record LcmScheduler(
    TrainedNoise noise,
    PredictionType predictionType,
    int originalInferenceSteps,
    double timestepScaling)
    implements Scheduler {
  private static final double SIGMA_DATA = 0.5;

  public LcmScheduler {
    Checks.positive("original_inference_steps", originalInferenceSteps);
    Checks.positive("timestep_scaling", timestepScaling);
  }

  @Override
  public Schedule schedule(int numInferenceSteps) {
    double[] timesteps =
        ConsistencyTimesteps.of(
            numInferenceSteps, originalInferenceSteps, noise.numTrainTimesteps());
    return new Lcm(Floats.of(timesteps), Floats.endingAtZero(noise.sigmasAt(timesteps)));
  }

  private final class Lcm extends PreservingSchedule {
    Lcm(float[] timesteps, float[] sigmas) {
      super(timesteps, sigmas);
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      Tensor original = SampleForm.original(predictionType, modelOutput, sigma(stepIndex), sample);
      Tensor denoised = bounded(timestep(stepIndex) * timestepScaling, original, sample);
      Tensor previous =
          stepIndex + 1 < steps()
              ? SampleForm.of(sigma(stepIndex + 1), denoised, context.noise().get())
              : denoised;
      return new SchedulerStep(previous, denoised);
    }

    // The boundary condition of consistency models: at timestep 0 the sample is itself the answer.
    private Tensor bounded(double scaled, Tensor original, Tensor sample) {
      double squares = scaled * scaled + SIGMA_DATA * SIGMA_DATA;
      float skip = (float) (SIGMA_DATA * SIGMA_DATA / squares);
      float out = (float) (scaled / Math.sqrt(squares));
      return original.times(out).plus(skip, sample);
    }
  }
}
