package dev.lukis.model.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.JsonObject;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every sampler that has a name holds, for every number of steps. */
class SchedulerContractTest {
  private static final Shape SHAPE = Shape.of(1, 1, 4);
  private static final Tensor CLEAN = Tensor.of(SHAPE, 0.5f, -0.75f, 0.1f, 0.9f);
  private static final Tensor NOISE = Tensor.of(SHAPE, -1.2f, 0.3f, 0.8f, -0.4f);

  static Stream<String> names() {
    return Stream.of(SamplerName.all().split(", "));
  }

  private static Scheduler scheduler(String name) {
    String own =
        name.equals("flow-euler")
            ? "{\"_class_name\": \"FlowMatchEulerDiscreteScheduler\", \"shift\": 3.0}"
            : "{\"_class_name\": \"PNDMScheduler\", \"skip_prk_steps\": true, \"beta_start\":"
                + " 0.00085, \"beta_end\": 0.012, \"beta_schedule\": \"scaled_linear\","
                + " \"steps_offset\": 1, \"timestep_spacing\": \"trailing\"}";
    try {
      return SchedulerConfig.read(
          SamplerName.of(name).in(new JsonObject("config", new ObjectMapper().readTree(own))));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void stepsAreReachedInOrderAndTheLastHasOneCall(String name) {
    for (int steps : new int[] {1, 2, 3, 4, 5, 8, 20}) {
      Schedule schedule = scheduler(name).schedule(steps);
      assertThat(schedule.steps()).isEqualTo(steps);
      assertThat(schedule.calls()).isGreaterThanOrEqualTo(steps);
      assertThat(schedule.stepAfter(0)).isZero();
      assertThat(schedule.stepAfter(1)).isEqualTo(1);
      for (int calls = 1; calls <= schedule.calls(); calls++) {
        assertThat(schedule.stepAfter(calls) - schedule.stepAfter(calls - 1)).isBetween(0, 1);
      }
      assertThat(schedule.stepAfter(schedule.calls())).isEqualTo(steps);
      assertThat(schedule.withinStep(schedule.calls() - 1)).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void noiseFallsFromAllToNearlyNone(String name) {
    Schedule schedule = scheduler(name).schedule(5);
    assertThat(schedule.noiseShare(0)).isGreaterThan(0.99f);
    for (int call = 1; call <= schedule.calls(); call++) {
      assertThat(schedule.noiseShare(call)).isLessThanOrEqualTo(schedule.noiseShare(call - 1));
    }
    assertThat(schedule.noiseShare(schedule.calls())).isLessThan(0.05f);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aModelThatKnowsTheCleanSampleIsFollowedToIt(String name) {
    for (int steps : new int[] {1, 2, 3, 8, 16}) {
      follow(scheduler(name).schedule(steps), name, -1);
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void theMemoryMayBeLostBeforeAnyStep(String name) {
    Schedule schedule = scheduler(name).schedule(6);
    for (int call = 1; call < schedule.calls(); call++) {
      if (!schedule.withinStep(call)) {
        follow(schedule, name, call);
      }
    }
  }

  /**
   * @param forgetting before which call the memory is emptied, or -1
   */
  private static void follow(Schedule schedule, String name, int forgetting) {
    Tensor sample = NOISE.times(schedule.initNoiseSigma());
    List<Tensor> memory = List.of();
    for (int call = 0; call < schedule.calls(); call++) {
      int now = call;
      List<Tensor> given = call == forgetting ? List.of() : memory;
      Tensor answer = answer(schedule, name, call, sample);
      StepContext context = new StepContext(given, () -> SeededNoise.normal(1, now, SHAPE));
      SchedulerStep step = schedule.step(answer, call, sample, context);
      SchedulerStep again = schedule.step(answer, call, sample, context);
      assertThat(again.prevSample().data()).isEqualTo(step.prevSample().data());
      sample = step.prevSample();
      memory = step.memory();
    }
    // Some end at the lowest level trained on, with this much noise.
    double rest = 4 * schedule.sigma(schedule.calls()) + 2e-3;
    for (int i = 0; i < CLEAN.data().length; i++) {
      assertThat(sample.data()[i]).isCloseTo(CLEAN.data()[i], within((float) rest));
    }
  }

  // The noise that is left when the clean sample is taken out.
  private static Tensor answer(Schedule schedule, String name, int call, Tensor sample) {
    Tensor input = schedule.scaleModelInput(sample, call);
    double sigma = schedule.sigma(call);
    if (name.equals("flow-euler")) {
      return sample.plus(-1, CLEAN).times((float) (1 / sigma));
    }
    double clean = 1 / Math.sqrt(1 + sigma * sigma);
    double noise = sigma * clean;
    return input.times((float) (1 / noise)).plus((float) (-clean / noise), CLEAN);
  }

  @ParameterizedTest
  @MethodSource("names")
  void stepsOutOfRangeAreRefusedByValue(String name) {
    for (int steps : new int[] {0, -1, 1001}) {
      assertThatThrownBy(() -> scheduler(name).schedule(steps))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("num_inference_steps: " + steps + " (expected: 1..");
    }
  }
}
