package dev.lukis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.scheduler.GoldenCase;
import dev.lukis.scheduler.GoldenRun;
import dev.lukis.scheduler.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        SchedulerConfig.read(new JsonObject("config", config)).schedule(golden.numInferenceSteps());
    GoldenRun.check(golden, schedule);
  }

  /** Files as diffusers saves them, with every parameter that it knows. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'_class_name': 'EulerDiscreteScheduler', '_diffusers_version': '0.31.0', 'beta_end':"
            + " 0.012, 'beta_schedule': 'scaled_linear', 'beta_start': 0.00085, 'clip_sample':"
            + " false, 'final_sigmas_type': 'zero', 'interpolation_type': 'linear',"
            + " 'num_train_timesteps': 1000, 'prediction_type': 'epsilon',"
            + " 'rescale_betas_zero_snr': false, 'sample_max_value': 1.0, 'set_alpha_to_one':"
            + " false, 'sigma_max': null, 'sigma_min': null, 'skip_prk_steps': true,"
            + " 'steps_offset': 1, 'timestep_spacing': 'trailing', 'timestep_type': 'discrete',"
            + " 'trained_betas': null, 'use_beta_sigmas': false, 'use_karras_sigmas': false}",
        "{'_class_name': 'LCMScheduler', 'beta_end': 0.012, 'beta_schedule': 'scaled_linear',"
            + " 'beta_start': 0.00085, 'clip_sample': false, 'clip_sample_range': 1.0,"
            + " 'dynamic_thresholding_ratio': 0.995, 'num_train_timesteps': 1000,"
            + " 'original_inference_steps': 50, 'prediction_type': 'epsilon',"
            + " 'rescale_betas_zero_snr': false, 'sample_max_value': 1.0, 'set_alpha_to_one':"
            + " true, 'steps_offset': 0, 'thresholding': false, 'timestep_scaling': 10.0,"
            + " 'timestep_spacing': 'leading', 'trained_betas': null}",
        "{'_class_name': 'DPMSolverMultistepScheduler', 'algorithm_type': 'dpmsolver++',"
            + " 'beta_end': 0.012, 'beta_schedule': 'scaled_linear', 'beta_start': 0.00085,"
            + " 'dynamic_thresholding_ratio': 0.995, 'euler_at_final': false,"
            + " 'final_sigmas_type': 'zero', 'flow_shift': 1.0, 'lambda_min_clipped': -Infinity,"
            + " 'lower_order_final': true, 'num_train_timesteps': 1000, 'prediction_type':"
            + " 'epsilon', 'sample_max_value': 1.0, 'solver_order': 2, 'solver_type':"
            + " 'midpoint', 'steps_offset': 1, 'thresholding': false, 'timestep_spacing':"
            + " 'linspace', 'trained_betas': null, 'use_flow_sigmas': false,"
            + " 'use_karras_sigmas': true, 'use_lu_lambdas': false, 'variance_type': null}",
        "{'_class_name': 'FlowMatchEulerDiscreteScheduler', 'base_image_seq_len': 256,"
            + " 'base_shift': 0.5, 'max_image_seq_len': 4096, 'max_shift': 1.15,"
            + " 'num_train_timesteps': 1000, 'shift': 3.0, 'use_dynamic_shifting': false,"
            + " 'time_shift_type': 'exponential', 'stochastic_sampling': false}"
      })
  void filesAsDiffusersSavesThemAreRead(String json, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("scheduler_config.json"), json.replace('\'', '"'));
    Schedule schedule =
        SchedulerConfig.read(JsonObject.read("scheduler_config.json", file)).schedule(4);
    assertThat(schedule.steps()).isEqualTo(4);
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
    assertThatThrownBy(() -> SchedulerConfig.read(new JsonObject("config", MAPPER.readTree(json))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(named);
  }
}
