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
import java.util.Set;

/** Builds the noise scheduler that a {@code scheduler_config.json} describes. */
final class SchedulerConfig {
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
  private final SchedulerKeys keys;

  private SchedulerConfig(JsonObject json) {
    this.json = json;
    this.keys = new SchedulerKeys(json);
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
    keys.refuseUnknown(FLOW_KEYS);
    return new FlowMatchEulerDiscreteScheduler(
        json.integer("num_train_timesteps", 1000), (float) json.number("shift", 1));
  }

  private Scheduler euler() {
    keys.refuseUnknown(union(SPACED_KEYS, "use_karras_sigmas"));
    return eulerAt(json.bool("use_karras_sigmas", false));
  }

  private Scheduler eulerAncestral() {
    keys.refuseUnknown(SPACED_KEYS);
    return new EulerAncestralDiscreteScheduler(eulerAt(false));
  }

  private EulerDiscreteScheduler eulerAt(boolean karras) {
    return new EulerDiscreteScheduler(
        noise(), predictionType(), spacing(TimestepSpacing.LINSPACE), stepsOffset(), karras);
  }

  private Scheduler ddim() {
    keys.refuseUnknown(union(SPACED_KEYS, "set_alpha_to_one"));
    keys.refuseClipping(true);
    return new DdimScheduler(
        noise(),
        predictionType(),
        spacing(TimestepSpacing.LEADING),
        stepsOffset(),
        json.bool("set_alpha_to_one", true));
  }

  private Scheduler dpmSolver() {
    keys.refuseUnknown(
        union(
            SPACED_KEYS,
            "use_karras_sigmas",
            "solver_order",
            "algorithm_type",
            "solver_type",
            "lower_order_final"));
    keys.requireInteger("solver_order", 2);
    keys.requireText("algorithm_type", "dpmsolver++");
    keys.requireText("solver_type", "midpoint");
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
    keys.refuseUnknown(union(CONSISTENCY_KEYS, "original_inference_steps", "timestep_scaling"));
    keys.refuseClipping(false);
    return new LcmScheduler(
        distilledNoise(),
        predictionType(),
        json.integer("original_inference_steps", 50),
        json.number("timestep_scaling", 10));
  }

  private Scheduler tcd() {
    keys.refuseUnknown(union(CONSISTENCY_KEYS, "original_inference_steps", "eta"));
    keys.refuseClipping(false);
    return new TcdScheduler(
        distilledNoise(),
        predictionType(),
        json.integer("original_inference_steps", 50),
        json.number("eta", TCD_ETA));
  }

  private TrainedNoise noise() {
    return noise(0.0001, 0.02, BetaSchedule.LINEAR);
  }

  // These models are distilled from Stable Diffusion: its noise is their default.
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

  private static Set<String> union(Set<String> keys, String... more) {
    Set<String> all = new HashSet<>(keys);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }
}
