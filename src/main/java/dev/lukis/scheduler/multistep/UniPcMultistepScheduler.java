package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Set;

/**
 * The predictor with a corrector of Zhao et al., "UniPC: A Unified Predictor-Corrector Framework
 * for Fast Sampling of Diffusion Models" (2023), algorithms 5 to 8. The corrector uses the model's
 * answer at the predicted sample, so that it costs no call.
 *
 * @param levels the noise levels
 * @param prediction how the model's answer is read
 * @param solverOrder at least 1
 * @param bh1 {@code solver_type}: whether B(h) is h, rather than exp(h) - 1
 * @param predictX0 whether it solves for the clean sample, rather than for the noise
 * @param lowerOrderFinal whether the last steps have a lower order
 * @param disableCorrector the steps whose result is not corrected
 */
public record UniPcMultistepScheduler(
    MultistepLevels levels,
    Prediction prediction,
    int solverOrder,
    boolean bh1,
    boolean predictX0,
    boolean lowerOrderFinal,
    Set<Integer> disableCorrector)
    implements Scheduler {

  /**
   * @throws IllegalArgumentException when the parameters do not go together
   */
  public UniPcMultistepScheduler {
    if (solverOrder < 1) {
      throw new IllegalArgumentException("solver_order: " + solverOrder + " (expected: >= 1)");
    }
    boolean toZero = levels.ending() == MultistepLevels.Ending.ZERO;
    if (!lowerOrderFinal && toZero && solverOrder > 1) {
      throw new IllegalArgumentException(
          "lower_order_final: false (expected: true, or final_sigmas_type sigma_min)");
    }
    disableCorrector = Set.copyOf(disableCorrector);
  }

  @Override
  public Schedule schedule(int numInferenceSteps, int imageSeqLen) {
    return new UniPc(levels.levels(numInferenceSteps, imageSeqLen));
  }

  private final class UniPc extends MultistepSchedule {
    UniPc(MultistepLevels.Levels found) {
      super(levels, found);
    }

    // The memory: the last sample, and what earlier answers said, newest first.
    @Override
    public SchedulerStep step(
        Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
      NoiseMix mix = mix(callIndex);
      Tensor original = prediction.original(mix, modelOutput, sample);
      Tensor answer = predictX0 ? original : prediction.noise(mix, modelOutput, sample);
      List<Tensor> memory = context.memory();
      List<Tensor> before = memory.isEmpty() ? memory : memory.subList(1, memory.size());
      boolean correct = !before.isEmpty() && !disableCorrector.contains(callIndex - 1);
      Tensor corrected = correct ? corrected(callIndex, memory.get(0), before, answer) : sample;
      List<Tensor> answers = newestFirst(answer, before, solverOrder);
      Tensor previous = predicted(callIndex, corrected, answers);
      return new SchedulerStep(
          previous, original, newestFirst(corrected, answers, solverOrder + 1));
    }

    private int order(int index, int answers) {
      return Math.min(
          lowerOrderFinal ? Math.min(solverOrder, steps() - index) : solverOrder, answers);
    }

    private Tensor predicted(int index, Tensor sample, List<Tensor> answers) {
      int order = order(index, answers.size());
      UniPcStep step = new UniPcStep(mix(index), mix(index + 1), bh1, predictX0);
      double[] ratios = ratios(step, index, order);
      Tensor moved = step.firstOrder(sample, answers.get(0));
      double[] weights = order == 2 ? new double[] {0.5} : step.weights(ratios, order - 1);
      for (int i = 1; i < order; i++) {
        moved = step.plus(moved, weights[i - 1] / ratios[i - 1], answers.get(i), answers.get(0));
      }
      return moved;
    }

    /** Does the step to this sample once more, with the model's answer at its end. */
    private Tensor corrected(int index, Tensor last, List<Tensor> before, Tensor answer) {
      int order = order(index - 1, before.size());
      UniPcStep step = new UniPcStep(mix(index - 1), mix(index), bh1, predictX0);
      double[] ratios = ratios(step, index - 1, order);
      Tensor moved = step.firstOrder(last, before.get(0));
      double[] weights = order == 1 ? new double[] {0.5} : step.weights(ratios, order);
      for (int i = 1; i < order; i++) {
        moved = step.plus(moved, weights[i - 1] / ratios[i - 1], before.get(i), before.get(0));
      }
      return step.plus(moved, weights[order - 1], answer, before.get(0));
    }

    /** Where earlier levels lie, in steps from this one, and the end of the step. */
    private double[] ratios(UniPcStep step, int index, int order) {
      double[] ratios = new double[order];
      for (int i = 1; i < order; i++) {
        ratios[i - 1] = (mix(index - i).lambda() - mix(index).lambda()) / step.width();
      }
      ratios[order - 1] = 1;
      return ratios;
    }
  }
}
