package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;

/**
 * A {@link SigmaSchedule} whose samples have the variance-exploding form, the clean sample plus
 * sigma times noise.
 */
abstract class ExplodingSchedule extends SigmaSchedule {
  private final Prediction prediction;
  private final float initNoiseSigma;

  ExplodingSchedule(SigmaLevels.Levels levels, Prediction prediction) {
    this(levels.timesteps(), levels.sigmas(), levels.initNoiseSigma(), prediction);
  }

  ExplodingSchedule(
      float[] timesteps, float[] sigmas, float initNoiseSigma, Prediction prediction) {
    super(timesteps, sigmas);
    this.prediction = prediction;
    this.initNoiseSigma = initNoiseSigma;
  }

  @Override
  public final float initNoiseSigma() {
    return initNoiseSigma;
  }

  @Override
  public final Tensor scaleModelInput(Tensor sample, int callIndex) {
    return sample.times((float) NoiseMix.preserving(sigma(callIndex)).clean());
  }

  /** The clean sample that the model's answer at a call speaks of. */
  final Tensor original(Tensor modelOutput, int callIndex, Tensor sample) {
    NoiseMix mix = NoiseMix.preserving(sigma(callIndex));
    return prediction.original(mix, modelOutput, sample.times((float) mix.clean()));
  }

  /**
   * The sample at a lower noise level, on the straight line to the clean sample. Written so that a
   * sample of much noise loses no digits.
   */
  final Tensor towards(Tensor original, int callIndex, Tensor sample, double sigma) {
    double kept = sigma / sigma(callIndex);
    return sample.times((float) kept).plus((float) (1 - kept), original);
  }

  /** How the sample changes with sigma. */
  final Tensor derivative(Tensor sample, Tensor original, int callIndex) {
    return sample.plus(-1, original).times(1 / sigma(callIndex));
  }
}
