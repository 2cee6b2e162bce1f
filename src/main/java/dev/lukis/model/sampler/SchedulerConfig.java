package dev.lukis.model.sampler;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.scheduler.DdimScheduler;
import dev.lukis.scheduler.EulerAncestralDiscreteScheduler;
import dev.lukis.scheduler.EulerDiscreteScheduler;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.HeunDiscreteScheduler;
import dev.lukis.scheduler.LcmScheduler;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.SigmaLevels;
import dev.lukis.scheduler.TcdScheduler;
import dev.lukis.scheduler.multistep.PndmScheduler;
import dev.lukis.scheduler.noise.BetaSchedule;
import dev.lukis.scheduler.noise.PredictionType;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import java.util.EnumSet;
import java.util.Set;

/**
 * Builds the noise scheduler that a {@code scheduler_config.json} describes. Every parameter of
 * diffusers that changes a picture counts; a missing one has the default of diffusers' class.
 */
public final class SchedulerConfig {
  /** {@code eta} is an argument of diffusers' step; here it stands in the file. */
  private static final double TCD_ETA = 0.3;

  private static final Set<PredictionType> NOISE_OR_VELOCITY =
      EnumSet.of(PredictionType.EPSILON, PredictionType.V_PREDICTION);
  private static final Set<PredictionType> NO_FLOW =
      EnumSet.complementOf(EnumSet.of(PredictionType.FLOW_PREDICTION));

  private final JsonObject json;
  private final NoiseConfig noise;

  private SchedulerConfig(JsonObject json) {
    this.json = json;
    this.noise = new NoiseConfig(json);
  }

  /**
   * @throws ModelException when the class is not supported, a value is out of range, or a key that
   *     would change the result is not understood
   */
  public static Scheduler read(JsonObject json) {
    try {
      SchedulerKeys.check(json);
      return new SchedulerConfig(json).scheduler();
    } catch (IllegalArgumentException e) {
      throw new ModelException(json.name() + ": " + e.getMessage(), e);
    }
  }

  private Scheduler scheduler() {
    String className = json.text("_class_name");
    return switch (className) {
      case "DDIMScheduler" -> ddim();
      case "DEISMultistepScheduler" -> new MultistepConfig(json, noise).deis();
      case "DPMSolverMultistepScheduler" -> new MultistepConfig(json, noise).dpmSolver();
      case "EulerAncestralDiscreteScheduler" -> eulerAncestral();
      case "EulerDiscreteScheduler" -> euler();
      case "FlowMatchEulerDiscreteScheduler" -> flowMatchEuler();
      case "HeunDiscreteScheduler" -> heun();
      case "LCMScheduler" -> lcm();
      case "PNDMScheduler" -> pndm();
      case "TCDScheduler" -> tcd();
      case "UniPCMultistepScheduler" -> new MultistepConfig(json, noise).uniPc();
      default -> throw json.refused("_class_name", className, "one of " + SamplerName.CLASSES);
    };
  }

  private Scheduler flowMatchEuler() {
    if (json.bool("invert_sigmas", false)) {
      throw json.refused("invert_sigmas", true, "false");
    }
    return new FlowMatchEulerDiscreteScheduler(
        json.integer("num_train_timesteps", 1000),
        noise.flowLevels("shift", noise.respacing()),
        json.bool("stochastic_sampling", false));
  }

  private Scheduler euler() {
    TrainedNoise trained = noise.trained(0.0001, 0.02, BetaSchedule.LINEAR).neverZero();
    boolean continuous = noise.either("timestep_type", "discrete", "continuous");
    PredictionType type = noise.type(NO_FLOW);
    return new EulerDiscreteScheduler(
        new SigmaLevels(
            trained,
            noise.spacing(TimestepSpacing.LINSPACE),
            noise.stepsOffset(),
            noise.respacing(),
            noise.either("interpolation_type", "linear", "log_linear"),
            noise.either("final_sigmas_type", "zero", "sigma_min")),
        noise.unbounded(type),
        continuous && type == PredictionType.V_PREDICTION);
  }

  private Scheduler eulerAncestral() {
    return new EulerAncestralDiscreteScheduler(
        SigmaLevels.of(
            noise.trained(0.0001, 0.02, BetaSchedule.LINEAR).neverZero(),
            noise.spacing(TimestepSpacing.LINSPACE),
            noise.stepsOffset()),
        noise.unbounded(noise.type(NOISE_OR_VELOCITY)));
  }

  private Scheduler heun() {
    return new HeunDiscreteScheduler(
        new SigmaLevels(
            noise.trained(0.00085, 0.012, BetaSchedule.LINEAR),
            noise.spacing(TimestepSpacing.LINSPACE),
            noise.stepsOffset(),
            noise.respacing(),
            false,
            false),
        noise.clipped(noise.type(NO_FLOW), false));
  }

  private Scheduler pndm() {
    return new PndmScheduler(
        noise.trained(0.0001, 0.02, BetaSchedule.LINEAR),
        noise.type(NOISE_OR_VELOCITY),
        noise.spacing(TimestepSpacing.LEADING),
        noise.stepsOffset(),
        json.bool("skip_prk_steps", false),
        json.bool("set_alpha_to_one", false));
  }

  private Scheduler ddim() {
    PredictionType type = noise.type(NO_FLOW);
    return new DdimScheduler(
        noise.dividing(noise.trained(0.0001, 0.02, BetaSchedule.LINEAR), type),
        noise.boundedOrClipped(type, true),
        noise.spacing(TimestepSpacing.LEADING),
        noise.stepsOffset(),
        json.bool("set_alpha_to_one", true));
  }

  private Scheduler lcm() {
    PredictionType type = noise.type(NO_FLOW);
    return new LcmScheduler(
        distilled(type),
        noise.boundedOrClipped(type, false),
        json.integer("original_inference_steps", 50),
        json.number("timestep_scaling", 10));
  }

  private Scheduler tcd() {
    PredictionType type = noise.type(NO_FLOW);
    return new TcdScheduler(
        distilled(type),
        noise.unbounded(type),
        json.integer("original_inference_steps", 50),
        json.number("eta", TCD_ETA));
  }

  // Made from Stable Diffusion, whose noise is the default of their schedulers.
  private TrainedNoise distilled(PredictionType type) {
    return noise.dividing(noise.trained(0.00085, 0.012, BetaSchedule.SCALED_LINEAR), type);
  }
}
