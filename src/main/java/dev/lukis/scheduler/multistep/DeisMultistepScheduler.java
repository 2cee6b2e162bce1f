package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;
import java.util.List;

/**
 * Exponential integration with the noise as a polynomial in the logarithm of its level: Zhang and
 * Chen, "Fast Sampling of Diffusion Models with Exponential Integrator" (2022), rho-AB.
 *
 * @param levels the noise levels
 * @param prediction how the model's answer is read
 * @param solverOrder 1 to 3
 * @param lowerOrderFinal whether few steps end with steps of a lower order
 */
public record DeisMultistepScheduler(
    MultistepLevels levels, Prediction prediction, int solverOrder, boolean lowerOrderFinal)
    implements Scheduler {
  private static final int MOST = 3;

  /**
   * @throws IllegalArgumentException when the order is out of range
   */
  public DeisMultistepScheduler {
    if (solverOrder < 1 || solverOrder > MOST) {
      throw new IllegalArgumentException(
          "solver_order: " + solverOrder + " (expected: 1.." + MOST + ")");
    }
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    return new Deis(levels.levels(numInferenceSteps, imageSeqLen));
  }

  private final class Deis extends MultistepSchedule {
    Deis(MultistepLevels.Levels found) {
      super(levels, found);
    }

    // The memory: the noise in earlier samples, newest first.
    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      Tensor original = prediction.original(mix(callIndex), modelOutput, sample);
      Tensor noise = mix(callIndex).noiseIn(sample, original);
      List<Tensor> noises = newestFirst(noise, context.memory(), solverOrder);
      return new SchedulerStep(moved(callIndex, original, noises), original, noises);
    }

    private int order(int index, int noises) {
      if (lowerOrderFinal && few() && index >= steps() - 2) {
        return Math.min(noises, steps() - index);
      }
      return noises;
    }

    // From the parts of the sample, and not from the sample, which may be nearly all noise.
    private Tensor moved(int index, Tensor original, List<Tensor> noises) {
      NoiseMix to = mix(index + 1);
      int order = order(index, noises.size());
      double[] logs = new double[order];
      for (int i = 0; i < order; i++) {
        logs[i] = Math.log(mix(index - i).sigma());
      }
      Tensor moved = original.times((float) to.clean());
      for (int i = 0; i < order; i++) {
        double change =
            LogPolynomial.integral(to.sigma(), i, logs)
                - LogPolynomial.integral(mix(index).sigma(), i, logs);
        double weight = i == 0 ? mix(index).sigma() + change : change;
        moved = moved.plus((float) (to.clean() * weight), noises.get(i));
      }
      return moved;
    }
  }
}
