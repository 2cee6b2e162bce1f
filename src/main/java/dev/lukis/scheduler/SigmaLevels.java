package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.Floats;
import dev.lukis.scheduler.noise.Respacing;
import dev.lukis.scheduler.noise.SigmaSpacing;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import java.util.Arrays;
import java.util.Optional;

/**
 * The noise levels that samplers of Euler's kind visit.
 *
 * @param noise the noise levels the model was trained on
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param respacing of the levels between the first and the last, if they are respaced
 * @param logLinear {@code interpolation_type}: whether the levels are evenly spaced in their
 *     logarithm over all levels trained on, the last of them being where the sample ends
 * @param endsAtLowest {@code final_sigmas_type}: whether the sample ends at the lowest level
 *     trained on, rather than at no noise
 */
public record SigmaLevels(
    TrainedNoise noise,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    Optional<Respacing> respacing,
    boolean logLinear,
    boolean endsAtLowest) {

  public static SigmaLevels of(
      TrainedNoise noise, TimestepSpacing timestepSpacing, int stepsOffset) {
    return new SigmaLevels(noise, timestepSpacing, stepsOffset, Optional.empty(), false, false);
  }

  /**
   * @param timesteps one for each step
   * @param sigmas one for each step and a last one
   * @param initNoiseSigma the factor by which standard normal noise becomes the first sample
   */
  record Levels(float[] timesteps, float[] sigmas, float initNoiseSigma) {}

  Levels levels(int numInferenceSteps) {
    int trained = noise.numTrainTimesteps();
    Checks.inferenceSteps(numInferenceSteps, trained);
    double[] timesteps = timestepSpacing.timesteps(numInferenceSteps, trained, stepsOffset);
    double[] sigmas = noise.sigmasAt(timesteps);
    double last = endsAtLowest ? noise.lowest() : 0;
    if (logLinear) {
      double[] all =
          SigmaSpacing.EXPONENTIAL.between(noise.highest(), noise.lowest(), numInferenceSteps + 1);
      sigmas = Arrays.copyOf(all, numInferenceSteps);
      last = noise.lowest();
    }
    if (respacing.isPresent()) {
      double lowest = logLinear ? last : sigmas[numInferenceSteps - 1];
      sigmas = respacing.get().between(sigmas[0], lowest, numInferenceSteps);
      timesteps = noise.timestepsAt(sigmas);
      last = endsAtLowest ? noise.lowest() : 0;
    }
    float[] all = Floats.endingAt(last, sigmas);
    return new Levels(Floats.of(timesteps), all, initNoiseSigma(all));
  }

  private float initNoiseSigma(float[] sigmas) {
    float highest = sigmas[0];
    for (float sigma : sigmas) {
      highest = Math.max(highest, sigma);
    }
    return timestepSpacing == TimestepSpacing.LEADING
        ? (float) Math.sqrt((double) highest * highest + 1)
        : highest;
  }
}
