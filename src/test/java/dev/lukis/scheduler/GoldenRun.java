package dev.lukis.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.List;

/** Replays a recorded run and compares every number, to 1e-4 relative. */
public final class GoldenRun {
  private GoldenRun() {}

  public static void check(GoldenCase golden, Schedule schedule) {
    assertThat(schedule.steps()).isEqualTo(golden.numInferenceSteps());
    close(schedule.initNoiseSigma(), (float) golden.json().get("initNoiseSigma").asDouble());
    if (golden.json().has("sigmas")) {
      close(sigmas(schedule), golden.floats("sigmas"));
    }
    Tensor sample = Tensor.of(Shape.of(1, 2, 2, 2), golden.floats("initialNoise"));
    sample = sample.times(schedule.initNoiseSigma());
    List<Tensor> memory = List.of();
    for (int i = 0; i < schedule.steps(); i++) {
      int index = i;
      StepContext context = new StepContext(memory, () -> golden.tensor(index, "noise"));
      SchedulerStep step = checkStep(golden, schedule, i, sample, context);
      memory = step.memory();
      sample = step.prevSample();
    }
  }

  private static SchedulerStep checkStep(
      GoldenCase golden, Schedule schedule, int i, Tensor sample, StepContext context) {
    close(schedule.timestep(i), golden.floats("timesteps")[i]);
    close(schedule.scaleModelInput(sample, i).data(), golden.floats(i, "modelInput"));
    SchedulerStep step = schedule.step(golden.tensor(i, "modelOutput"), i, sample, context);
    close(step.prevSample().data(), golden.floats(i, "prevSample"));
    if (golden.has(i, "secondOutput") && !golden.isTcd()) {
      close(step.predOriginalSample().data(), golden.floats(i, "secondOutput"));
    }
    return step;
  }

  private static float[] sigmas(Schedule schedule) {
    float[] sigmas = new float[schedule.steps() + 1];
    for (int i = 0; i < sigmas.length; i++) {
      sigmas[i] = schedule.sigma(i);
    }
    return sigmas;
  }

  private static void close(float[] actual, float[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      close(actual[i], expected[i]);
    }
  }

  private static void close(float actual, float expected) {
    assertThat(actual).isCloseTo(expected, within(1e-4f * Math.abs(expected) + 1e-6f));
  }
}
