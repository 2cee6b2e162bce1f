package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.scheduler.GoldenCase;
import dev.lukis.scheduler.GoldenRun;
import dev.lukis.scheduler.Schedule;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedulers as their files describe them, against recorded runs of diffusers. */
class SchedulerConfigTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  static Stream<GoldenCase> goldens() throws IOException {
    return GoldenCase.all().filter(golden -> !golden.json().path("stepArgs").has("sigmas"));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void matchesDiffusers(GoldenCase golden) {
    ObjectNode config = golden.config().deepCopy();
    config.set("_class_name", golden.json().get("schedulerClass"));
    config.setAll((ObjectNode) golden.json().withObject("/stepArgs"));
    Schedule schedule =
        SchedulerConfig.read(new JsonFile("config", config)).schedule(golden.numInferenceSteps());
    GoldenRun.check(golden, schedule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"_class_name\": \"PNDMScheduler\"}; _class_name: PNDMScheduler",
        "{\"_class_name\": \"DDIMScheduler\", \"clip_sample\": true}; clip_sample: true",
        "{\"_class_name\": \"DPMSolverMultistepScheduler\", \"solver_order\": 3}; solver_order: 3",
        "{\"_class_name\": \"LCMScheduler\", \"timestep_scaling\": 0}; timestep_scaling: 0",
        "{\"_class_name\": \"TCDScheduler\", \"eta\": 2}; eta: 2",
        "{\"_class_name\": \"EulerDiscreteScheduler\", \"use_beta_sigmas\": true}; use_beta_sigmas",
      })
  void whatWouldChangeTheResultUnnoticedIsRefusedByName(String json, String named)
      throws IOException {
    assertThatThrownBy(() -> SchedulerConfig.read(new JsonFile("config", MAPPER.readTree(json))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(named);
  }
}
