package dev.lukis.scheduler.multistep;

import dev.lukis.scheduler.PreservingSchedule;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.scheduler.noise.NoiseMix;
import dev.lukis.tensor.Tensor;
import java.util.List;

/** The schedule of {@link PndmScheduler}. */
final class PndmSchedule extends PreservingSchedule {
  /** The weights of answers, newest first: Adams and Bashforth, of first to fourth order. */
  private static final double[][] WEIGHTS = {
    {1},
    {3 / 2.0, -1 / 2.0},
    {23 / 12.0, -16 / 12.0, 5 / 12.0},
    {55 / 24.0, -59 / 24.0, 37 / 24.0, -9 / 24.0}
  };

  /** The weights of the four answers of a step of Runge and Kutta. */
  private static final float[] STAGES = {1 / 6f, 1 / 3f, 1 / 3f, 1 / 6f};

  private final PndmScheduler by;
  private final PndmCalls plan;

  PndmSchedule(PndmScheduler by, PndmCalls plan) {
    super(timesteps(plan), sigmas(by, plan));
    this.by = by;
    this.plan = plan;
  }

  private static float[] timesteps(PndmCalls plan) {
    float[] timesteps = new float[plan.count()];
    for (int i = 0; i < timesteps.length; i++) {
      timesteps[i] = plan.told()[i];
    }
    return timesteps;
  }

  private static float[] sigmas(PndmScheduler by, PndmCalls plan) {
    float[] sigmas = new float[plan.count() + 1];
    for (int i = 0; i < plan.count(); i++) {
      sigmas[i] = (float) by.mixAt(plan.told()[i]).sigma();
    }
    sigmas[plan.count()] = (float) by.mixAt(plan.to()[plan.count() - 1]).sigma();
    return sigmas;
  }

  @Override
  public int steps() {
    return plan.steps();
  }

  @Override
  public int stepAfter(int calls) {
    return plan.stepAfter(calls);
  }

  // The memory: earlier answers, newest first; within a step, before them, the sample at its
  // beginning and, of a step of Runge and Kutta, the sum of its answers.
  @Override
  public SchedulerStep step(Tensor modelOutput, int callIndex, Tensor sample, StepContext context) {
    NoiseMix mix = by.mixAt(plan.told()[callIndex]);
    Tensor original = by.predictionType().original(mix, modelOutput, sample);
    int stage = plan.prkStage(callIndex);
    if (stage >= 0) {
      return rungeKutta(stage, modelOutput, callIndex, sample, context.memory(), original);
    }
    if (withinStep(callIndex)) {
      Tensor begin = context.memory().get(0);
      Tensor first = context.memory().get(1);
      Tensor mean = modelOutput.plus(1, first).times(0.5f);
      return new SchedulerStep(moved(callIndex, begin, mean), original, List.of(first));
    }
    List<Tensor> answers =
        MultistepSchedule.newestFirst(modelOutput, context.memory(), WEIGHTS.length);
    Tensor moved = moved(callIndex, sample, weighted(answers));
    boolean again = callIndex + 1 < calls() && withinStep(callIndex + 1);
    return new SchedulerStep(moved, original, again ? List.of(sample, modelOutput) : answers);
  }

  private static Tensor weighted(List<Tensor> answers) {
    double[] weights = WEIGHTS[answers.size() - 1];
    Tensor sum = answers.get(0).times((float) weights[0]);
    for (int i = 1; i < weights.length; i++) {
      sum = sum.plus((float) weights[i], answers.get(i));
    }
    return sum;
  }

  private SchedulerStep rungeKutta(
      int stage,
      Tensor modelOutput,
      int callIndex,
      Tensor sample,
      List<Tensor> memory,
      Tensor original) {
    if (stage == 0) {
      List<Tensor> answers = MultistepSchedule.newestFirst(modelOutput, memory, WEIGHTS.length);
      Tensor sum = modelOutput.times(STAGES[0]);
      return new SchedulerStep(
          moved(callIndex, sample, modelOutput), original, before(sample, sum, answers));
    }
    Tensor begin = memory.get(0);
    Tensor sum = memory.get(1).plus(STAGES[stage], modelOutput);
    List<Tensor> answers = memory.subList(2, memory.size());
    boolean last = stage == STAGES.length - 1;
    Tensor moved = moved(callIndex, begin, last ? sum : modelOutput);
    return new SchedulerStep(moved, original, last ? answers : before(begin, sum, answers));
  }

  private static List<Tensor> before(Tensor begin, Tensor sum, List<Tensor> answers) {
    int most = answers.size() + 2;
    return MultistepSchedule.newestFirst(
        begin, MultistepSchedule.newestFirst(sum, answers, most), most);
  }

  // Equation 11 of the paper, with the noise that an answer of another kind speaks of.
  private Tensor moved(int callIndex, Tensor sample, Tensor answer) {
    NoiseMix from = by.mixAt(plan.from()[callIndex]);
    NoiseMix to = by.mixAt(plan.to()[callIndex]);
    Tensor noise = by.predictionType().noise(from, answer, sample);
    double kept = to.clean() / from.clean();
    return sample.times((float) kept).plus((float) (to.noise() - kept * from.noise()), noise);
  }
}
