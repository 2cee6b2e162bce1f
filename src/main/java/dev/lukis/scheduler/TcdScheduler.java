package dev.lukis.scheduler;

import dev.lukis.scheduler.noise.Checks;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.scheduler.noise.TrainedNoise;
import dev.lukis.tensor.Tensor;

/**
 * Strategic stochastic sampling: Zheng et al., "Trajectory Consistency Distillation" (2024),
 * algorithm 4. Every step moves along the trajectory to a point below the next timestep, and adds
 * fresh noise up to it.
 *
 * @param noise the noise levels the model was trained on
 * @param prediction how the model's answer is read
 * @param originalInferenceSteps the steps of the sampler that the model was distilled from
 * @param eta how far below the next timestep, from 0 (no noise is added) to 1
 */
public record TcdScheduler(
    TrainedNoise noise, Prediction prediction, int originalInferenceSteps, double eta)
    implements Scheduler {

  public TcdScheduler {
    Checks.positive("original_inference_steps", originalInferenceSteps);
    if (!(eta >= 0 && eta <= 1)) {
      throw new IllegalArgumentException("eta: " + eta + " (expected: 0..1)");
    }
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    return new Tcd(ConsistencyTimesteps.of(numInferenceSteps, originalInferenceSteps, noise));
  }

  private final class Tcd extends PreservingSchedule {
    private final ConsistencyTimesteps.Levels levels;

    Tcd(ConsistencyTimesteps.Levels levels) {
      super(levels.timesteps(), levels.sigmas(noise.mixAt(0)));
      this.levels = levels;
    }

    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      NoiseMix from = levels.mix(callIndex);
      boolean last = callIndex + 1 == calls();
      double next = last ? 0 : timestep(callIndex + 1);
      NoiseMix below = noise.mixAt((int) Math.floor((1 - eta) * next));
      Tensor original = prediction.original(from, modelOutput, sample);
      Tensor moved = below.of(original, prediction.noise(from, modelOutput, sample));
      boolean noisy = eta > 0 && !last;
      return new SchedulerStep(
          noisy ? raised(moved, below, levels.mix(callIndex + 1), context) : moved, original);
    }

    private Tensor raised(Tensor sample, NoiseMix from, NoiseMix to, StepContext context) {
      double kept = to.clean() / from.clean();
      float added = (float) Math.sqrt(Math.max(0, 1 - kept * kept));
      return sample.times((float) kept).plus(added, context.noise().get());
    }
  }
}
