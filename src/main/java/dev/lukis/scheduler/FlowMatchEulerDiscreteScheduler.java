package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.FlowLevels;
import dev.lukis.scheduler.noise.Spacing;
import dev.lukis.tensor.Tensor;

/**
 * Euler's method on the straight paths of flow matching: Esser et al., "Scaling Rectified Flow
 * Transformers for High-Resolution Image Synthesis" (2024).
 *
 * @param numTrainTimesteps the timestep of pure noise, at least 1
 * @param levels how noise levels are moved
 * @param stochasticSampling whether every step jumps to the clean sample and adds fresh noise down
 *     to the next level
 */
public record FlowMatchEulerDiscreteScheduler(
    int numTrainTimesteps, FlowLevels levels, boolean stochasticSampling) implements Scheduler {

  public FlowMatchEulerDiscreteScheduler {
    Checks.positive("num_train_timesteps", numTrainTimesteps);
  }

  /**
   * @param shift how far noise levels are moved towards noise, above 0; 1 leaves them evenly spaced
   */
  public static FlowMatchEulerDiscreteScheduler of(int numTrainTimesteps, double shift) {
    return new FlowMatchEulerDiscreteScheduler(numTrainTimesteps, FlowLevels.of(shift), false);
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    Checks.inferenceSteps(numInferenceSteps, numTrainTimesteps);
    // A shift that does not depend on the image is applied to the lowest level twice.
    double trained = 1.0 / numTrainTimesteps;
    double lowest =
        levels.shift().dynamic().isPresent() ? trained : levels.shift().of(trained, imageSeqLen);
    double[] spaced = new double[numInferenceSteps];
    for (int i = 0; i < numInferenceSteps; i++) {
      spaced[i] = Spacing.between(1.0, lowest, i, numInferenceSteps);
    }
    return schedule(spaced, imageSeqLen);
  }

  /**
   * The steps through chosen noise levels, as the pipelines of flow models pass them.
   *
   * @param unshifted falling noise levels in (0, 1], before the shift; the last step ends at 0
   * @param imageSeqLen how many tokens the image has
   */
  public Schedule schedule(double[] unshifted, int imageSeqLen) {
    Checks.positive("number of sigmas", unshifted.length);
    double[] moved = levels.moved(unshifted, imageSeqLen);
    float[] timesteps = new float[moved.length];
    float[] sigmas = new float[moved.length + 1];
    for (int i = 0; i < moved.length; i++) {
      sigmas[i] = (float) moved[i];
      timesteps[i] = (float) (moved[i] * numTrainTimesteps);
    }
    return new Flow(timesteps, sigmas, stochasticSampling);
  }

  private static final class Flow extends PreservingSchedule {
    private final boolean stochasticSampling;

    Flow(float[] timesteps, float[] sigmas, boolean stochasticSampling) {
      super(timesteps, sigmas);
      this.stochasticSampling = stochasticSampling;
    }

    // A sample is (1 - sigma) * clean + sigma * noise: the weights themselves have the sum 1.
    @Override
    public float noiseShare(int callIndex) {
      return sigma(callIndex);
    }

    // The model predicts the velocity noise - clean, so both ends of the path lie along it.
    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      Tensor original = sample.plus(-sigma(callIndex), modelOutput);
      Tensor previous =
          stochasticSampling
              ? noised(original, sigma(callIndex + 1), context)
              : sample.plus(sigmaChange(callIndex), modelOutput);
      return new SchedulerStep(previous, original);
    }

    private static Tensor noised(Tensor original, float sigma, StepContext context) {
      return sigma == 0 ? original : original.times(1 - sigma).plus(sigma, context.noise().get());
    }
  }
}
