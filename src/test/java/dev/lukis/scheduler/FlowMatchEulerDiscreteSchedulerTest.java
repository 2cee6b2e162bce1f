package dev.lukis.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FlowMatchEulerDiscreteSchedulerTest {
  static Stream<GoldenCase> goldens() throws IOException {
    return GoldenCase.of("FlowMatchEulerDiscreteScheduler");
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void matchesDiffusers(GoldenCase golden) {
    GoldenRun.check(golden, schedule(golden));
  }

  private static Schedule schedule(GoldenCase golden) {
    var scheduler =
        FlowMatchEulerDiscreteScheduler.of(
            golden.config().get("num_train_timesteps").asInt(),
            golden.config().get("shift").asDouble());
    JsonNode sigmas = golden.json().path("stepArgs").path("sigmas");
    if (sigmas.isMissingNode()) {
      return scheduler.schedule(golden.numInferenceSteps());
    }
    double[] chosen = new double[sigmas.size()];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = sigmas.get(i).asDouble();
    }
    return scheduler.schedule(chosen, 1);
  }

  @Test
  void predictsTheCleanEndOfTheStraightPath() {
    Schedule schedule = FlowMatchEulerDiscreteScheduler.of(1000, 3).schedule(4);
    Tensor clean = Tensor.of(Shape.of(2), 0.25f, -1);
    Tensor noise = Tensor.of(Shape.of(2), 2, 0.5f);
    Tensor velocity = noise.plus(-1, clean);
    Tensor sample = clean.times(1 - schedule.sigma(2)).plus(schedule.sigma(2), noise);

    Tensor predicted = schedule.step(velocity, 2, sample, StepContext.NONE).predOriginalSample();

    assertThat(predicted.data()[0]).isCloseTo(0.25f, org.assertj.core.data.Offset.offset(1e-5f));
    assertThat(predicted.data()[1]).isCloseTo(-1f, org.assertj.core.data.Offset.offset(1e-5f));
  }

  @Test
  void refusesStepsOutOfRangeByValue() {
    var scheduler = FlowMatchEulerDiscreteScheduler.of(1000, 3);
    assertThatThrownBy(() -> scheduler.schedule(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("num_inference_steps: 0 (expected: 1..1000)");
    assertThatThrownBy(() -> FlowMatchEulerDiscreteScheduler.of(1000, 0))
        .hasMessage("shift: 0.0 (expected: > 0)");
  }
}
