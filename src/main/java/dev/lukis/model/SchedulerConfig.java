package dev.lukis.model;

import dev.lukis.scheduler.BetaSchedule;
import dev.lukis.scheduler.EulerDiscreteScheduler;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.PredictionType;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.TimestepSpacing;
import dev.lukis.scheduler.TrainedNoise;
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
          "timestep_scaling");

  /** Keys that are understood at one value only, which is diffusers' default. */
  private static final Map<String, String> AT_ONE_VALUE =
      Map.of(
          "interpolation_type", "linear",
          "final_sigmas_type", "zero",
          "timestep_type", "discrete",
          "time_shift_type", "exponential");

  private static final Set<String> FLOW_KEYS = Set.of("num_train_timesteps", "shift");
  private static final Set<String> EULER_KEYS =
      Set.of(
          "num_train_timesteps",
          "beta_start",
          "beta_end",
          "beta_schedule",
          "prediction_type",
          "timestep_spacing",
          "steps_offset",
          "use_karras_sigmas");

  private SchedulerConfig() {}

  /**
   * @throws ModelException when the class is not supported, a value is out of range, or a key that
   *     would change the result is not understood
   */
  static Scheduler read(JsonFile json) {
    String className = json.text("_class_name");
    try {
      return switch (className) {
        case "FlowMatchEulerDiscreteScheduler" -> flowMatchEuler(json);
        case "EulerDiscreteScheduler" -> euler(json);
        default ->
            throw json.refused(
                "_class_name",
                className,
                "FlowMatchEulerDiscreteScheduler or EulerDiscreteScheduler");
      };
    } catch (IllegalArgumentException e) {
      throw new ModelException(json.name() + ": " + e.getMessage(), e);
    }
  }

  private static Scheduler flowMatchEuler(JsonFile json) {
    refuseUnknown(json, FLOW_KEYS);
    return new FlowMatchEulerDiscreteScheduler(
        json.integer("num_train_timesteps", 1000), (float) json.number("shift", 1));
  }

  private static Scheduler euler(JsonFile json) {
    refuseUnknown(json, EULER_KEYS);
    TrainedNoise noise =
        TrainedNoise.of(
            json.integer("num_train_timesteps", 1000),
            json.number("beta_start", 0.0001),
            json.number("beta_end", 0.02),
            json.constant("beta_schedule", BetaSchedule.class, BetaSchedule.LINEAR));
    return new EulerDiscreteScheduler(
        noise,
        json.constant("prediction_type", PredictionType.class, PredictionType.EPSILON),
        json.constant("timestep_spacing", TimestepSpacing.class, TimestepSpacing.LINSPACE),
        json.integer("steps_offset", 0),
        json.bool("use_karras_sigmas", false));
  }

  // An unknown switch that is off changes nothing; one that is on would change the picture
  // silently.
  private static void refuseUnknown(JsonFile json, Set<String> known) {
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
