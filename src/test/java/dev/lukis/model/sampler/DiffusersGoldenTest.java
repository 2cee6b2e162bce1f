package dev.lukis.model.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.SchedulerStep;
import dev.lukis.scheduler.StepContext;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scheduler and parameter against what diffusers computes: {@code src/fixtures/schedulers.py}
 * recorded it. The model's answers and the noise are sines of the call's number on both sides.
 */
class DiffusersGoldenTest {
  private static final double TOLERANCE = 1e-5;

  /** One configuration and number of steps. */
  record Case(JsonNode json) {
    @Override
    public String toString() {
      return json.get("class").asText() + " " + json.get("config") + " " + json.get("steps");
    }

    Schedule schedule() {
      ObjectNode config = json.get("config").deepCopy();
      config.set("_class_name", json.get("class"));
      return SchedulerConfig.read(new JsonObject("config", config))
          .schedule(json.get("steps").asInt(), json.path("imageSeqLen").asInt(1));
    }

    double[] numbers(String name) {
      return array(json.get(name));
    }

    double[] sample(int call) {
      return array(json.get("samples").get(call));
    }

    private static double[] array(JsonNode node) {
      double[] values = new double[node.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = node.get(i).asDouble();
      }
      return values;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream in =
        DiffusersGoldenTest.class.getResourceAsStream("/goldens/diffusers.json")) {
      JsonNode root = new ObjectMapper().readTree(Objects.requireNonNull(in));
      return StreamSupport.stream(root.get("cases").spliterator(), false)
          .map(Case::new)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void matchesDiffusers(Case golden) {
    Schedule schedule = golden.schedule();
    double[] timesteps = golden.numbers("timesteps");
    assertThat(schedule.calls()).isEqualTo(timesteps.length);
    assertThat(schedule.steps()).isEqualTo(golden.json().get("steps").asInt());
    close(schedule.initNoiseSigma(), golden.json().get("initNoiseSigma").asDouble(), 1, "init");
    if (golden.json().has("sigmas") && timesteps.length == schedule.steps()) {
      double[] sigmas = golden.numbers("sigmas");
      for (int i = 0; i < sigmas.length; i++) {
        close(schedule.sigma(i), sigmas[i], sigmas[i], "sigma " + i);
      }
    }
    Tensor sample = wave(-1, 0).times(schedule.initNoiseSigma());
    List<Tensor> memory = List.of();
    for (int call = 0; call < timesteps.length; call++) {
      close(schedule.timestep(call), timesteps[call], 1, "timestep " + call);
      if (golden.json().has("firstOfInputs")) {
        double input = golden.numbers("firstOfInputs")[call];
        double actual = schedule.scaleModelInput(sample, call).data()[0];
        close(actual, input, largest(sample), "input " + call);
      }
      int now = call;
      SchedulerStep step =
          schedule.step(wave(call, 0), call, sample, new StepContext(memory, () -> wave(now, 2.5)));
      sample = step.prevSample();
      memory = step.memory();
      double[] expected = golden.sample(call);
      for (int i = 0; i < expected.length; i++) {
        close(sample.data()[i], expected[i], largest(sample), "sample " + call);
      }
    }
  }

  private static Tensor wave(int call, double phase) {
    float[] values = new float[6];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (1.3 * Math.sin(12.9898 * (call + 1) + 4.1414 * (i + 1) + phase));
    }
    return new Tensor(Shape.of(1, 1, 2, 3), values);
  }

  private static double largest(Tensor tensor) {
    double largest = 0;
    for (float value : tensor.data()) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static void close(double actual, double expected, double scale, String what) {
    double relative = TOLERANCE * Math.max(Math.abs(expected), Math.abs(scale));
    assertThat(actual).as(what).isCloseTo(expected, within(relative + 1e-9));
  }
}
