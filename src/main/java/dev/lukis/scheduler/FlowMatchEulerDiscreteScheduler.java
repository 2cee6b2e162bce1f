package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * Euler's method on the straight paths of flow matching: Esser et al., "Scaling Rectified Flow
 * Transformers for High-Resolution Image Synthesis" (2024), section 5.3.2 for the shift.
 *
 * @param numTrainTimesteps the timestep of pure noise, at least 1
 * @param shift how far noise levels are moved towards noise, above 0; 1 leaves them evenly spaced
 */
public record FlowMatchEulerDiscreteScheduler(int numTrainTimesteps, float shift)
    implements Scheduler {

  public FlowMatchEulerDiscreteScheduler {
    Checks.positive("num_train_timesteps", numTrainTimesteps);
    Checks.positive("shift", shift);
  }

  @Override
  public Schedule schedule(int numInferenceSteps) {
    Checks.inferenceSteps(numInferenceSteps, numTrainTimesteps);
    double lowest = shifted(1.0 / numTrainTimesteps);
    double[] spaced = new double[numInferenceSteps];
    for (int i = 0; i < numInferenceSteps; i++) {
      spaced[i] = Spacing.between(1.0, lowest, i, numInferenceSteps);
    }
    return schedule(spaced);
  }

  /**
   * The steps through chosen noise levels, as the pipelines of flow models pass them.
   *
   * @param unshifted falling noise levels in (0, 1], before the shift; the last step ends at 0
   */
  public Schedule schedule(double[] unshifted) {
    Checks.positive("number of sigmas", unshifted.length);
    float[] timesteps = new float[unshifted.length];
    float[] sigmas = new float[unshifted.length + 1];
    for (int i = 0; i < unshifted.length; i++) {
      double sigma = shifted(unshifted[i]);
      sigmas[i] = (float) sigma;
      timesteps[i] = (float) (sigma * numTrainTimesteps);
    }
    return new Flow(timesteps, sigmas);
  }

  private double shifted(double sigma) {
    return shift * sigma / (1 + (shift - 1) * sigma);
  }

  private static final class Flow extends SigmaSchedule {
    Flow(float[] timesteps, float[] sigmas) {
      super(timesteps, sigmas);
    }

    // A sample is (1 - sigma) * clean + sigma * noise: the weights themselves have the sum 1.
    @Override
    public float noiseShare(int stepIndex) {
      return sigma(stepIndex);
    }

    @Override
    public float initNoiseSigma() {
      return 1;
    }

    @Override
    public Tensor scaleModelInput(Tensor sample, int stepIndex) {
      return sample;
    }

    // The model predicts the velocity noise - clean, so both ends of the path lie along it.
    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      Tensor previous = sample.plus(sigmaChange(stepIndex), modelOutput);
      Tensor original = sample.plus(-sigma(stepIndex), modelOutput);
      return new SchedulerStep(previous, original);
    }
  }
}
