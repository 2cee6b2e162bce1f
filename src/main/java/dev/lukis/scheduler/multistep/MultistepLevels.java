package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.Floats;
import dev.lukis.scheduler.noise.FlowLevels;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Respacing;
import dev.lukis.scheduler.noise.Spacing;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import java.util.Optional;

/**
 * The noise levels that multistep solvers visit.
 *
 * @param noise the noise levels the model was trained on
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param respacing of all levels trained on, if they are respaced
 * @param roundedTimesteps whether the timesteps of respaced levels are rounded, rather than cut off
 * @param flow how the levels of flow matching are moved, for models of that kind
 * @param flowFromPureNoise whether those begin at pure noise, rather than one training timestep
 *     below it
 * @param ending where the sample ends
 * @param lambdaMinClipped the lowest lambda of a level, {@code lambda_min_clipped} in diffusers
 */
public record MultistepLevels(
    TrainedNoise noise,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    Optional<Respacing> respacing,
    boolean roundedTimesteps,
    Optional<FlowLevels> flow,
    boolean flowFromPureNoise,
    Ending ending,
    double lambdaMinClipped) {
  /** A pure noise that has still a logarithm of its signal. */
  private static final double ALMOST_PURE_NOISE = 1 - 1e-6;

  /** Where the sample ends, {@code final_sigmas_type} in diffusers. */
  public enum Ending {
    /** At no noise. */
    ZERO,
    /** At the lowest level trained on. */
    LOWEST_TRAINED,
    /** At the last level that was respaced, else at the lowest trained on. */
    LAST
  }

  /**
   * @param timesteps whole ones, one for each step
   * @param sigmas one for each step and a last one
   */
  record Levels(float[] timesteps, float[] sigmas) {}

  /** The parts of a sample at a level. */
  NoiseMix mix(float sigma) {
    return flow.isPresent() ? NoiseMix.flow(sigma) : NoiseMix.preserving(sigma);
  }

  Levels levels(int numInferenceSteps, int imageSeqLen) {
    Checks.inferenceSteps(numInferenceSteps, noise.numTrainTimesteps() - 1);
    if (respacing.isPresent()) {
      return respaced(respacing.get(), numInferenceSteps);
    }
    if (flow.isPresent()) {
      return flowing(flow.get(), numInferenceSteps, imageSeqLen);
    }
    double[] timesteps = timesteps(numInferenceSteps);
    double last = ending == Ending.ZERO ? 0 : noise.lowest();
    return new Levels(Floats.of(timesteps), Floats.endingAt(last, noise.sigmasAt(timesteps)));
  }

  private double[] timesteps(int count) {
    int trained = noise.numTrainTimesteps() - noise.countAbove(Math.exp(-lambdaMinClipped));
    return timestepSpacing.timestepsAboveNone(count, trained, stepsOffset);
  }

  private Levels respaced(Respacing by, int count) {
    double[] sigmas = by.between(noise.highest(), noise.lowest(), count);
    double[] timesteps = noise.timestepsAt(sigmas);
    if (flow.isPresent()) {
      for (int i = 0; i < count; i++) {
        sigmas[i] = sigmas[i] / (sigmas[i] + 1);
        timesteps[i] = sigmas[i] * noise.numTrainTimesteps();
      }
    }
    return ending(timesteps, sigmas, roundedTimesteps && flow.isEmpty());
  }

  private Levels flowing(FlowLevels by, int count, int imageSeqLen) {
    double least = 1.0 / noise.numTrainTimesteps();
    double[] sigmas = new double[count];
    for (int i = 0; i < count; i++) {
      sigmas[i] =
          flowFromPureNoise
              ? Spacing.between(1, least, i, count + 1)
              : 1 - Spacing.between(1, least, count - i, count + 1);
    }
    sigmas = by.moved(sigmas, imageSeqLen);
    double[] timesteps = new double[count];
    for (int i = 0; i < count; i++) {
      sigmas[i] = Math.min(sigmas[i], ALMOST_PURE_NOISE);
      timesteps[i] = sigmas[i] * noise.numTrainTimesteps();
    }
    return ending(timesteps, sigmas, false);
  }

  private Levels ending(double[] timesteps, double[] sigmas, boolean rounded) {
    float[] whole = new float[timesteps.length];
    for (int i = 0; i < whole.length; i++) {
      whole[i] = (float) (rounded ? Math.rint(timesteps[i]) : Math.floor(timesteps[i]));
    }
    double last =
        switch (ending) {
          case ZERO -> 0;
          case LOWEST_TRAINED -> noise.lowest();
          case LAST -> sigmas[sigmas.length - 1];
        };
    return new Levels(whole, Floats.endingAt(last, sigmas));
  }
}
