package dev.lukis.model.sampler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.model.family.ModelFamily;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.scheduler.GoldenCase;
import dev.lukis.scheduler.GoldenRun;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.StepContext;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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

  @Test
  void aParameterOfAnotherClassChangesNothing() throws IOException {
    Schedule plain = schedule("{\"_class_name\": \"EulerAncestralDiscreteScheduler\"}");
    Schedule more =
        schedule(
            "{\"_class_name\": \"EulerAncestralDiscreteScheduler\", \"use_karras_sigmas\": true,"
                + " \"solver_order\": 3, \"_ignored\": 1, \"some_switch\": false}");
    for (int i = 0; i <= plain.calls(); i++) {
      assertThat(more.sigma(i)).isEqualTo(plain.sigma(i));
    }
  }

  /** diffusers' pipeline overrides two values of outdated files, whatever they say. */
  @Test
  void stableDiffusionsSchedulerIsReadAsItsPipelineReadsIt() throws IOException {
    String file = "{\"_class_name\": \"DDIMScheduler\", \"steps_offset\": 0}";
    JsonObject own = new JsonObject("config", MAPPER.readTree(file));
    JsonObject index =
        new JsonObject("index", MAPPER.readTree("{\"_class_name\": \"StableDiffusionPipeline\"}"));
    Schedule overridden =
        SchedulerConfig.read(ModelFamily.of(index).schedulerConfig(own)).schedule(4);
    assertThat(overridden.timestep(3)).isEqualTo(1);
    assertThat(SchedulerConfig.read(own).schedule(4).timestep(3)).isZero();
    Tensor sample = Tensor.of(Shape.of(1), 30);
    Tensor answer = Tensor.of(Shape.of(1), 0);
    assertThat(overridden.step(answer, 3, sample, StepContext.NONE).predOriginalSample().data()[0])
        .isGreaterThan(30);
  }

  private static Schedule schedule(String json) throws IOException {
    return SchedulerConfig.read(new JsonObject("config", MAPPER.readTree(json))).schedule(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{\"_class_name\": \"LMSDiscreteScheduler\"}; _class_name: LMSDiscreteScheduler (expected: one of DDIMScheduler, DEIS",
        "{\"_class_name\": \"DPMSolverMultistepScheduler\", \"solver_order\": 4}; solver_order: 4 (expected: 1..3)",
        "{\"_class_name\": \"DPMSolverMultistepScheduler\", \"algorithm_type\": \"dpmsolver\"}; final_sigmas_type: zero (expected: sigma_min with algorithm_type dpmsolver)",
        "{\"_class_name\": \"DPMSolverMultistepScheduler\", \"variance_type\": \"learned_range\"}; variance_type: learned_range",
        "{\"_class_name\": \"DPMSolverMultistepScheduler\", \"use_flow_sigmas\": true, \"use_beta_sigmas\": true}; use_flow_sigmas: true",
        "{\"_class_name\": \"DEISMultistepScheduler\", \"solver_type\": \"rk4\"}; solver_type: rk4 (expected: logrho)",
        "{\"_class_name\": \"UniPCMultistepScheduler\", \"solver_p\": {\"_class_name\": \"DDIMScheduler\"}}; solver_p: {\"_class_name\":\"DDIMScheduler\"} (expected: none)",
        "{\"_class_name\": \"UniPCMultistepScheduler\", \"lower_order_final\": false}; lower_order_final: false (expected: true, or final_sigmas_type sigma_min)",
        "{\"_class_name\": \"UniPCMultistepScheduler\", \"prediction_type\": \"flow_prediction\"}; prediction_type: flow_prediction (expected: another one, or use_flow_sigmas true)",
        "{\"_class_name\": \"PNDMScheduler\", \"prediction_type\": \"sample\"}; prediction_type: sample (expected: one of epsilon, v_prediction)",
        "{\"_class_name\": \"EulerDiscreteScheduler\", \"use_beta_sigmas\": true, \"use_karras_sigmas\": true}; use_beta_sigmas: true (expected: false with use_karras_sigmas)",
        "{\"_class_name\": \"EulerDiscreteScheduler\", \"interpolation_type\": \"cubic\"}; interpolation_type: cubic (expected: linear or log_linear)",
        "{\"_class_name\": \"EulerDiscreteScheduler\", \"use_quick_sigmas\": true}; use_quick_sigmas: true (expected: absent: not supported)",
        "{\"_class_name\": \"EulerDiscreteScheduler\", \"trained_betas\": [0.1, 0.2]}; trained_betas: 2 numbers (expected: 1000 numbers)",
        "{\"_class_name\": \"DDIMScheduler\", \"rescale_betas_zero_snr\": true}; rescale_betas_zero_snr: true (expected: false with prediction_type epsilon)",
        "{\"_class_name\": \"DDIMScheduler\", \"beta_schedule\": \"sigmoid\"}; beta_schedule: sigmoid",
        "{\"_class_name\": \"HeunDiscreteScheduler\", \"clip_sample\": true, \"clip_sample_range\": 0}; clip_sample_range: 0",
        "{\"_class_name\": \"FlowMatchEulerDiscreteScheduler\", \"invert_sigmas\": true}; invert_sigmas: true (expected: false)",
        "{\"_class_name\": \"LCMScheduler\", \"timestep_scaling\": 0}; timestep_scaling: 0",
        "{\"_class_name\": \"TCDScheduler\", \"eta\": 2}; eta: 2",
      })
  void whatWouldChangeTheResultUnnoticedIsRefusedByName(String json, String named)
      throws IOException {
    assertThatThrownBy(() -> SchedulerConfig.read(new JsonObject("config", MAPPER.readTree(json))))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(named);
  }
}
