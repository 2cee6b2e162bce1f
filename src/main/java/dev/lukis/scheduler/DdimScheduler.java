package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * The deterministic sampler of Song et al., "Denoising Diffusion Implicit Models" (2020), equation
 * 12 with eta = 0.
 *
 * @param noise the noise levels the model was trained on
 * @param predictionType what the model predicts
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param setAlphaToOne whether the last step ends at no noise, rather than at that of the first
 *     training timestep
 */
public record DdimScheduler(
    TrainedNoise noise,
    PredictionType predictionType,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    boolean setAlphaToOne)
    implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps) {
    int trained = noise.numTrainTimesteps();
    Checks.inferenceSteps(numInferenceSteps, trained);
    double[] timesteps = timestepSpacing.timesteps(numInferenceSteps, trained, stepsOffset);
    int stride = trained / numInferenceSteps;
    float[] targets = new float[numInferenceSteps];
    for (int i = 0; i < numInferenceSteps; i++) {
      targets[i] = target(timesteps[i] - stride);
    }
    float[] sigmas = new float[numInferenceSteps + 1];
    System.arraycopy(Floats.of(noise.sigmasAt(timesteps)), 0, sigmas, 0, numInferenceSteps);
    sigmas[numInferenceSteps] = targets[numInferenceSteps - 1];
    return new Ddim(Floats.of(timesteps), sigmas, targets);
  }

  private float target(double timestep) {
    if (timestep >= 0) {
      return (float) noise.sigmaAt(timestep);
    }
    return setAlphaToOne ? 0 : (float) noise.sigmaAt(0);
  }

  private final class Ddim extends PreservingSchedule {
    /** Where each step ends: a stride below its timestep, which need not be the next one's. */
    private final float[] targets;

    Ddim(float[] timesteps, float[] sigmas, float[] targets) {
      super(timesteps, sigmas);
      this.targets = targets;
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      float sigma = sigma(stepIndex);
      Tensor original = SampleForm.original(predictionType, modelOutput, sigma, sample);
      Tensor noiseInSample = SampleForm.noise(sigma, sample, original);
      return new SchedulerStep(
          SampleForm.of(targets[stepIndex], original, noiseInSample), original);
    }
  }
}
