package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * Euler's method in the variance-exploding form: algorithm 2 without churn of Karras et al.,
 * "Elucidating the Design Space of Diffusion-Based Generative Models" (2022).
 *
 * @param noise the noise levels the model was trained on
 * @param predictionType what the model predicts
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param useKarrasSigmas whether the noise levels are respaced as in the paper's equation 5
 */
public record EulerDiscreteScheduler(
    TrainedNoise noise,
    PredictionType predictionType,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    boolean useKarrasSigmas)
    implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps) {
    Checks.inferenceSteps(numInferenceSteps, noise.numTrainTimesteps());
    double[] timesteps =
        timestepSpacing.timesteps(numInferenceSteps, noise.numTrainTimesteps(), stepsOffset);
    double[] sigmas = noise.sigmasAt(timesteps);
    if (useKarrasSigmas) {
      sigmas = KarrasSigmas.respace(sigmas);
      timesteps = noise.timestepsAt(sigmas);
    }
    return new Euler(Floats.of(timesteps), Floats.endingAtZero(sigmas));
  }

  private final class Euler extends SigmaSchedule {
    private final float initNoiseSigma;

    Euler(float[] timesteps, float[] sigmas) {
      super(timesteps, sigmas);
      this.initNoiseSigma =
          timestepSpacing == TimestepSpacing.LEADING
              ? (float) Math.sqrt(sigmas[0] * sigmas[0] + 1)
              : sigmas[0];
    }

    @Override
    public float initNoiseSigma() {
      return initNoiseSigma;
    }

    @Override
    public Tensor scaleModelInput(Tensor sample, int stepIndex) {
      return sample.times((float) (1 / Math.sqrt(sigma(stepIndex) * sigma(stepIndex) + 1)));
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      float sigma = sigma(stepIndex);
      Tensor original = predictionType.original(modelOutput, sigma, sample);
      Tensor derivative = sample.plus(-1, original).times(1 / sigma);
      return new SchedulerStep(sample.plus(sigmaChange(stepIndex), derivative), original);
    }
  }
}
