package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.OriginalBound;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;
import java.util.List;

/**
 * The multistep solvers of Lu et al., "DPM-Solver: A Fast ODE Solver for Diffusion Probabilistic
 * Model Sampling in Around 10 Steps" (2022) and "DPM-Solver++: Fast Solver for Guided Sampling of
 * Diffusion Probabilistic Models" (2022), also as stochastic differential equations.
 *
 * @param levels the noise levels
 * @param prediction how the model's answer is read
 * @param solverOrder 1 to 3
 * @param algorithm which equation is solved
 * @param heun {@code solver_type}: whether the second order follows Heun's rule, rather than the
 *     midpoint's
 * @param lowerOrderFinal whether few steps end with steps of a lower order
 * @param eulerAtFinal whether the last step is of first order in any case
 */
public record DpmSolverMultistepScheduler(
    MultistepLevels levels,
    Prediction prediction,
    int solverOrder,
    DpmAlgorithm algorithm,
    boolean heun,
    boolean lowerOrderFinal,
    boolean eulerAtFinal)
    implements Scheduler {

  /**
   * @throws IllegalArgumentException when the parameters do not go together
   */
  public DpmSolverMultistepScheduler {
    int most = algorithm == DpmAlgorithm.SDE_DPMSOLVER ? 2 : 3;
    if (solverOrder < 1 || solverOrder > most) {
      throw new IllegalArgumentException(
          "solver_order: " + solverOrder + " (expected: 1.." + most + ")");
    }
    if (!algorithm.solvesForData() && levels.ending() == MultistepLevels.Ending.ZERO) {
      throw new IllegalArgumentException(
          "final_sigmas_type: zero (expected: sigma_min with algorithm_type "
              + algorithm.id()
              + ")");
    }
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    return new DpmSolver(levels.levels(numInferenceSteps, imageSeqLen));
  }

  private final class DpmSolver extends MultistepSchedule {
    DpmSolver(MultistepLevels.Levels found) {
      super(levels, found);
    }

    // The memory: what earlier answers said, newest first.
    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      NoiseMix mix = mix(callIndex);
      Tensor original = prediction.original(mix, modelOutput, sample);
      Tensor answer =
          algorithm.solvesForData() ? original : noise(mix, modelOutput, sample, original);
      List<Tensor> answers = MultistepSchedule.newestFirst(answer, context.memory(), solverOrder);
      Tensor moved = moved(callIndex, sample, answers);
      double added = algorithm.addedNoise(mix, mix(callIndex + 1));
      Tensor previous = added > 0 ? moved.plus((float) added, context.noise().get()) : moved;
      return new SchedulerStep(previous, original, answers);
    }

    // Where the clean sample is bounded, the noise is what is left.
    private Tensor noise(NoiseMix mix, Tensor modelOutput, Tensor sample, Tensor original) {
      boolean bounded = prediction.bound() != OriginalBound.NONE;
      return bounded ? mix.noiseIn(sample, original) : prediction.noise(mix, modelOutput, sample);
    }

    private int order(int index, int answers) {
      boolean few = lowerOrderFinal && few();
      boolean toZero = levels.ending() == MultistepLevels.Ending.ZERO;
      if (index == steps() - 1 && (eulerAtFinal || few || toZero)) {
        return 1;
      }
      return Math.min(answers, index == steps() - 2 && few ? 2 : solverOrder);
    }

    private Tensor moved(int index, Tensor sample, List<Tensor> answers) {
      NoiseMix from = mix(index);
      NoiseMix to = mix(index + 1);
      double step = algorithm.step(from, to);
      double change = Math.expm1(step);
      double scale = algorithm.scale(to);
      Tensor moved =
          sample
              .times((float) algorithm.kept(from, to))
              .plus((float) (-scale * change), answers.get(0));
      int order = order(index, answers.size());
      if (order == 1) {
        return moved;
      }
      double width = to.lambda() - from.lambda();
      double r0 = (from.lambda() - mix(index - 1).lambda()) / width;
      Tensor first = answers.get(0).plus(-1, answers.get(1)).times((float) (1 / r0));
      double slope = heun || order == 3 ? change / step - 1 : 0.5 * change;
      if (order == 2) {
        return moved.plus((float) (-scale * slope), first);
      }
      double r1 = (mix(index - 1).lambda() - mix(index - 2).lambda()) / width;
      Tensor second = answers.get(1).plus(-1, answers.get(2)).times((float) (1 / r1));
      Tensor difference = first.plus(-1, second);
      double curve = (change - step) / (step * step) + algorithm.curvature();
      return moved
          .plus((float) (-scale * slope), first.plus((float) (r0 / (r0 + r1)), difference))
          .plus((float) (-scale * curve / (r0 + r1)), difference);
    }
  }
}
