package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.PredictionType;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;

/**
 * The linear multistep method of Liu et al., "Pseudo Numerical Methods for Diffusion Models on
 * Manifolds" (2022), section 3.3.
 *
 * @param noise the noise levels the model was trained on
 * @param predictionType what the model predicts, the noise or the velocity
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param skipPrkSteps whether the method begins with one step that asks the model twice, rather
 *     than with three of Runge and Kutta's that ask it four times each
 * @param setAlphaToOne whether the last step ends at no noise, rather than at that of the first
 *     training timestep
 */
public record PndmScheduler(
    TrainedNoise noise,
    PredictionType predictionType,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    boolean skipPrkSteps,
    boolean setAlphaToOne)
    implements Scheduler {
  /** The steps of Runge and Kutta, and one more. */
  private static final int LEAST_WITH_PRK = 4;

  /**
   * @throws IllegalArgumentException when the model predicts something else
   */
  public PndmScheduler {
    if (predictionType != PredictionType.EPSILON && predictionType != PredictionType.V_PREDICTION) {
      throw new IllegalArgumentException(
          "prediction_type: " + predictionType + " (expected: EPSILON or V_PREDICTION)");
    }
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    int trained = noise.numTrainTimesteps();
    Checks.inferenceSteps(numInferenceSteps, trained);
    if (!skipPrkSteps && numInferenceSteps < LEAST_WITH_PRK) {
      throw new IllegalArgumentException(
          "num_inference_steps: "
              + numInferenceSteps
              + " (expected: >= "
              + LEAST_WITH_PRK
              + " with skip_prk_steps false)");
    }
    double[] spaced = timestepSpacing.wholeTimesteps(numInferenceSteps, trained, stepsOffset);
    int stride = trained / numInferenceSteps;
    return new PndmSchedule(
        this,
        skipPrkSteps ? PndmCalls.linear(spaced, stride) : PndmCalls.rungeKutta(spaced, stride));
  }

  /** The parts of a sample at a timestep; below the first, of the result. */
  NoiseMix mixAt(int timestep) {
    if (timestep >= 0) {
      return noise.mixAt(timestep);
    }
    return setAlphaToOne ? NoiseMix.CLEAN : noise.mixAt(0);
  }
}
