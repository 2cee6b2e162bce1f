package dev.lukis.scheduler;

import dev.lukis.tensor.Tensor;

/**
 * DPM-Solver++(2M) with the midpoint rule: Lu et al., "DPM-Solver++: Fast Solver for Guided
 * Sampling of Diffusion Probabilistic Models" (2022), algorithm 2. The first and the last step are
 * of first order.
 *
 * @param noise the noise levels the model was trained on
 * @param predictionType what the model predicts
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param useKarrasSigmas whether the noise levels are spaced as in equation 5 of Karras et al.
 *     (2022), over all levels trained on
 */
public record DpmSolverMultistepScheduler(
    TrainedNoise noise,
    PredictionType predictionType,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    boolean useKarrasSigmas)
    implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps) {
    int trained = noise.numTrainTimesteps();
    Checks.inferenceSteps(numInferenceSteps, trained - 1);
    if (useKarrasSigmas) {
      double[] sigmas =
          KarrasSigmas.between(noise.sigmaAt(trained - 1), noise.sigmaAt(0), numInferenceSteps);
      double[] timesteps = noise.timestepsAt(sigmas);
      for (int i = 0; i < timesteps.length; i++) {
        timesteps[i] = Math.rint(timesteps[i]);
      }
      return new Multistep(Floats.of(timesteps), Floats.endingAtZero(sigmas));
    }
    double[] timesteps = timesteps(numInferenceSteps, trained);
    return new Multistep(Floats.of(timesteps), Floats.endingAtZero(noise.sigmasAt(timesteps)));
  }

  // The lowest of one point more than there are steps is left out: the last step ends at no noise.
  private double[] timesteps(int count, int trained) {
    double[] timesteps = new double[count];
    for (int i = 0; i < count; i++) {
      timesteps[i] =
          switch (timestepSpacing) {
            case LINSPACE -> Math.rint(Spacing.between(trained - 1, 0, i, count + 1));
            case LEADING -> (double) (count - i) * (trained / (count + 1)) + stepsOffset;
            case TRAILING -> timestepSpacing.at(i, count, trained, stepsOffset);
          };
    }
    return timesteps;
  }

  private final class Multistep extends PreservingSchedule {
    Multistep(float[] timesteps, float[] sigmas) {
      super(timesteps, sigmas);
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int stepIndex, Tensor sample, StepContext context) {
      Tensor original = SampleForm.original(predictionType, modelOutput, sigma(stepIndex), sample);
      boolean first = stepIndex == 0 || stepIndex + 1 == steps();
      Tensor direction =
          first
              ? original
              : context
                  .previousOriginal()
                  .map(previous -> secondOrder(stepIndex, original, previous))
                  .orElse(original);
      return new SchedulerStep(moved(stepIndex, sample, direction), original);
    }

    // In the paper's terms: D of algorithm 2, with r the ratio of the steps in log(1 / sigma).
    private Tensor secondOrder(int stepIndex, Tensor original, Tensor previous) {
      double step = Math.log(sigma(stepIndex) / sigma(stepIndex + 1));
      double before = Math.log(sigma(stepIndex - 1) / sigma(stepIndex));
      float half = (float) (0.5 * step / before);
      return original.times(1 + half).plus(-half, previous);
    }

    private Tensor moved(int stepIndex, Tensor sample, Tensor direction) {
      double from = sigma(stepIndex);
      double to = sigma(stepIndex + 1);
      double kept = SampleForm.deviation(to) / SampleForm.deviation(from);
      double towards = SampleForm.alpha(to) * (1 - to / from);
      return sample.times((float) kept).plus((float) towards, direction);
    }
  }
}
