package dev.lukis.model;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.scheduler.BetaSchedule;
import dev.lukis.scheduler.DdimScheduler;
import dev.lukis.scheduler.DpmSolverMultistepScheduler;
import dev.lukis.scheduler.EulerAncestralDiscreteScheduler;
import dev.lukis.scheduler.EulerDiscreteScheduler;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.LcmScheduler;
import dev.lukis.scheduler.PredictionType;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.TcdScheduler;
import dev.lukis.scheduler.TimestepSpacing;
import dev.lukis.scheduler.TrainedNoise;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Builds the noise scheduler that a {@code scheduler_config.json} describes. */
final class SchedulerConfig {
  /** Keys of other schedulers, or without effect on the ones here. */
  private static final Set<String> WITHOUT_EFFECT =
      Set.of(
          "_class_name",
          "_diffusers_version",
          "clip_sample",
          "clip_sample_range",
          "sample_max_value",
          "set_alpha_to_one",
          "skip_prk_steps",
          "thresholding",
          "dynamic_thresholding_ratio",
          "original_inference_steps",
          "timestep_scaling",
          // Of switches that are themselves refused where they are on.
          "flow_shift",
          "base_shift",
          "max_shift",
          "base_image_seq_len",
          "max_image_seq_len");

  /** Keys that are understood at one value only, which is diffusers' default. */
  private static final Map<String, String> AT_ONE_VALUE =
      Map.of(
          "interpolation_type", "linear",
          "final_sigmas_type", "zero",
          "timestep_type", "discrete",
          "lambda_min_clipped", "-Infinity",
          "time_shift_type", "exponential");

  private static final Set<String> FLOW_KEYS = Set.of("num_train_timesteps", "shift");
  private static final Set<String> TRAINED_KEYS =
      Set.of("num_train_timesteps", "beta_start", "beta_end", "beta_schedule", "prediction_type");
  private static final Set<String> SPACED_KEYS =
      union(TRAINED_KEYS, "timestep_spacing", "steps_offset");

  /** Consistency samplers space their timesteps by themselves; diffusers too ignores the keys. */
  private static final Set<String> CONSISTENCY_KEYS = SPACED_KEYS;

  /** {@code eta} is an argument of diffusers' step; here it stands in the file. */
  private static final double TCD_ETA = 0.3;

  private final JsonObject json;

  private SchedulerConfig(JsonObject json) {
    this.json = json;
  }

  /**
   * @throws ModelException when the class is not supported, a value is out of range, or a key that
   *     would change the result is not understood
   */
  static Scheduler read(JsonObject json) {
    try {
      return new SchedulerConfig(json).scheduler();
    } catch (IllegalArgumentException e) {
      throw new ModelException(json.name() + ": " + e.getMessage(), e);
    }
  }

  private Scheduler scheduler() {
    String className = json.text("_class_name");
    return switch (className) {
      case "FlowMatchEulerDiscreteScheduler" -> flowMatchEuler();
      case "EulerDiscreteScheduler" -> euler();
      case "EulerAncestralDiscreteScheduler" -> eulerAncestral();
      case "DDIMScheduler" -> ddim();
      case "DPMSolverMultistepScheduler" -> dpmSolver();
      case "LCMScheduler" -> lcm();
      case "TCDScheduler" -> tcd();
      default ->
          throw json.refused(
              "_class_name",
              className,
              "DDIMScheduler, DPMSolverMultistepScheduler, EulerAncestralDiscreteScheduler,"
                  + " EulerDiscreteScheduler, FlowMatchEulerDiscreteScheduler, LCMScheduler or"
                  + " TCDScheduler");
    };
  }

  private Scheduler flowMatchEuler() {
    refuseUnknown(FLOW_KEYS);
    return new FlowMatchEulerDiscreteScheduler(
        json.integer("num_train_timesteps", 1000), (float) json.number("shift", 1));
  }

  private Scheduler euler() {
    refuseUnknown(union(SPACED_KEYS, "use_karras_sigmas"));
    return eulerAt(json.bool("use_karras_sigmas", false));
  }

  private Scheduler eulerAncestral() {
    refuseUnknown(SPACED_KEYS);
    return new EulerAncestralDiscreteScheduler(eulerAt(false));
  }

  private EulerDiscreteScheduler eulerAt(boolean karras) {
    return new EulerDiscreteScheduler(
        noise(), predictionType(), spacing(TimestepSpacing.LINSPACE), stepsOffset(), karras);
  }

  private Scheduler ddim() {
    refuseUnknown(union(SPACED_KEYS, "set_alpha_to_one"));
    refuseClipping(true);
    return new DdimScheduler(
        noise(),
        predictionType(),
        spacing(TimestepSpacing.LEADING),
        stepsOffset(),
        json.bool("set_alpha_to_one", true));
  }

  private Scheduler dpmSolver() {
    refuseUnknown(
        union(
            SPACED_KEYS,
            "use_karras_sigmas",
            "solver_order",
            "algorithm_type",
            "solver_type",
            "lower_order_final"));
    requireInteger("solver_order", 2);
    requireText("algorithm_type", "dpmsolver++");
    requireText("solver_type", "midpoint");
    if (!json.bool("lower_order_final", true)) {
      throw json.refused("lower_order_final", false, "true");
    }
    return new DpmSolverMultistepScheduler(
        noise(),
        predictionType(),
        spacing(TimestepSpacing.LINSPACE),
        stepsOffset(),
        json.bool("use_karras_sigmas", false));
  }

  private Scheduler lcm() {
    refuseUnknown(union(CONSISTENCY_KEYS, "original_inference_steps", "timestep_scaling"));
    refuseClipping(false);
    return new LcmScheduler(
        distilledNoise(),
        predictionType(),
        json.integer("original_inference_steps", 50),
        json.number("timestep_scaling", 10));
  }

  private Scheduler tcd() {
    refuseUnknown(union(CONSISTENCY_KEYS, "original_inference_steps", "eta"));
    refuseClipping(false);
    return new TcdScheduler(
        distilledNoise(),
        predictionType(),
        json.integer("original_inference_steps", 50),
        json.number("eta", TCD_ETA));
  }

  private TrainedNoise noise() {
    return noise(0.0001, 0.02, BetaSchedule.LINEAR);
  }

  // Made from Stable Diffusion, whose noise is the default of their schedulers.
  private TrainedNoise distilledNoise() {
    return noise(0.00085, 0.012, BetaSchedule.SCALED_LINEAR);
  }

  private TrainedNoise noise(double start, double end, BetaSchedule schedule) {
    return TrainedNoise.of(
        json.integer("num_train_timesteps", 1000),
        json.number("beta_start", start),
        json.number("beta_end", end),
        json.constant("beta_schedule", BetaSchedule.class, schedule));
  }

  private PredictionType predictionType() {
    return json.constant("prediction_type", PredictionType.class, PredictionType.EPSILON);
  }

  private TimestepSpacing spacing(TimestepSpacing defaultValue) {
    return json.constant("timestep_spacing", TimestepSpacing.class, defaultValue);
  }

  private int stepsOffset() {
    return json.integer("steps_offset", 0);
  }

  private void requireInteger(String key, int expected) {
    if (json.integer(key, expected) != expected) {
      throw json.refused(key, json.integer(key), Integer.toString(expected));
    }
  }

  private void requireText(String key, String expected) {
    if (!json.text(key, expected).equals(expected)) {
      throw json.refused(key, json.text(key), expected);
    }
  }

  // Clipping of the clean sample is meant for models of pixels. DDIM clips where nothing is said.
  private void refuseClipping(boolean defaultValue) {
    if (json.bool("clip_sample", defaultValue)) {
      throw json.refused("clip_sample", true, "false");
    }
    if (json.bool("thresholding", false)) {
      throw json.refused("thresholding", true, "false");
    }
  }

  private static Set<String> union(Set<String> keys, String... more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  // An unknown switch that is off changes nothing; one that is on would change the picture
  // silently.
  private void refuseUnknown(Set<String> known) {
    json.fields()
        .forEachRemaining(
            key -> {
              boolean off = !json.has(key) || json.root().get(key).toString().equals("false");
              boolean expected =
                  json.root().get(key).asText().equals(AT_ONE_VALUE.getOrDefault(key, "\0"));
              if (!known.contains(key) && !WITHOUT_EFFECT.contains(key) && !off && !expected) {
                throw json.refused(
                    key,
                    json.root().get(key),
                    AT_ONE_VALUE.getOrDefault(key, "absent: not supported"));
              }
            });
  }
}
