package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.Floats;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import dev.lukis.tensor.Tensor;

/**
 * The deterministic sampler of Song et al., "Denoising Diffusion Implicit Models" (2020), equation
 * 12 with eta = 0.
 *
 * @param noise the noise levels the model was trained on
 * @param prediction how the model's answer is read
 * @param timestepSpacing which training timesteps are visited
 * @param stepsOffset added to the timesteps under leading spacing, at least 0
 * @param setAlphaToOne whether the last step ends at no noise, rather than at that of the first
 *     training timestep
 */
public record DdimScheduler(
    TrainedNoise noise,
    Prediction prediction,
    TimestepSpacing timestepSpacing,
    int stepsOffset,
    boolean setAlphaToOne)
    implements Scheduler {

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    int trained = noise.numTrainTimesteps();
    Checks.inferenceSteps(numInferenceSteps, trained);
    double[] timesteps = timestepSpacing.wholeTimesteps(numInferenceSteps, trained, stepsOffset);
    int stride = trained / numInferenceSteps;
    NoiseMix[] from = new NoiseMix[numInferenceSteps];
    NoiseMix[] to = new NoiseMix[numInferenceSteps];
    float[] sigmas = new float[numInferenceSteps + 1];
    for (int i = 0; i < numInferenceSteps; i++) {
      from[i] = noise.mixAt((int) timesteps[i]);
      to[i] = target((int) timesteps[i] - stride);
      sigmas[i] = (float) from[i].sigma();
    }
    sigmas[numInferenceSteps] = (float) to[numInferenceSteps - 1].sigma();
    return new Ddim(Floats.of(timesteps), sigmas, from, to);
  }

  private NoiseMix target(int timestep) {
    if (timestep >= 0) {
      return noise.mixAt(timestep);
    }
    return setAlphaToOne ? NoiseMix.CLEAN : noise.mixAt(0);
  }

  private final class Ddim extends PreservingSchedule {
    private final NoiseMix[] from;

    /** Where each step ends: a stride below its timestep, which need not be the next one's. */
    private final NoiseMix[] to;

    Ddim(float[] timesteps, float[] sigmas, NoiseMix[] from, NoiseMix[] to) {
      super(timesteps, sigmas);
      this.from = from;
      this.to = to;
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      NoiseMix mix = from[callIndex];
      Tensor original = prediction.original(mix, modelOutput, sample);
      Tensor pureNoise = prediction.noise(mix, modelOutput, sample);
      return new SchedulerStep(to[callIndex].of(original, pureNoise), original);
    }
  }
}
