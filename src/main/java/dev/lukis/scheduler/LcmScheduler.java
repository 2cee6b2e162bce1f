package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.scheduler.noise.TrainedNoise;
import dev.lukis.tensor.Tensor;

/**
 * Multistep consistency sampling: Luo et al., "Latent Consistency Models" (2023), algorithm 3.
 * Every step jumps to the clean sample, and all but the last add fresh noise down to the next
 * level.
 *
 * @param noise the noise levels the model was trained on
 * @param prediction how the model's answer is read
 * @param originalInferenceSteps the steps of the sampler that the model was distilled from
 * @param timestepScaling by which the timesteps enter the boundary condition, above 0
 */
public record LcmScheduler(
    TrainedNoise noise, Prediction prediction, int originalInferenceSteps, double timestepScaling)
    implements Scheduler {
  private static final double SIGMA_DATA = 0.5;

  public LcmScheduler {
    Checks.positive("original_inference_steps", originalInferenceSteps);
    Checks.positive("timestep_scaling", timestepScaling);
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    return new Lcm(
        ConsistencyTimesteps.of(numInferenceSteps, originalInferenceSteps, noise), NoiseMix.CLEAN);
  }

  private final class Lcm extends PreservingSchedule {
    private final ConsistencyTimesteps.Levels levels;

    Lcm(ConsistencyTimesteps.Levels levels, NoiseMix last) {
      super(levels.timesteps(), levels.sigmas(last));
      this.levels = levels;
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      Tensor original = prediction.original(levels.mix(callIndex), modelOutput, sample);
      Tensor denoised = bounded(timestep(callIndex) * timestepScaling, original, sample);
      Tensor previous =
          callIndex + 1 < calls()
              ? levels.mix(callIndex + 1).of(denoised, context.noise().get())
              : denoised;
      return new SchedulerStep(previous, denoised);
    }

    // The boundary condition of consistency models: at timestep 0 the sample is itself the answer.
    private Tensor bounded(double scaled, Tensor original, Tensor sample) {
      double squares = scaled * scaled + SIGMA_DATA * SIGMA_DATA;
      float skip = (float) (SIGMA_DATA * SIGMA_DATA / squares);
      float out = (float) (scaled / Math.sqrt(squares));
      return original.times(out).plus(skip, sample);
    }
  }
}
