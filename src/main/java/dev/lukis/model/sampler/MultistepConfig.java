package dev.lukis.model.sampler;

import dev.lukis.model.files.JsonObject;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.multistep.DeisMultistepScheduler;
import dev.lukis.scheduler.multistep.DpmAlgorithm;
import dev.lukis.scheduler.multistep.DpmSolverMultistepScheduler;
import dev.lukis.scheduler.multistep.MultistepLevels;
import dev.lukis.scheduler.multistep.MultistepLevels.Ending;
import dev.lukis.scheduler.multistep.UniPcMultistepScheduler;
import dev.lukis.scheduler.noise.BetaSchedule;
import dev.lukis.scheduler.noise.FlowLevels;
import dev.lukis.scheduler.noise.PredictionType;
import dev.lukis.scheduler.noise.Respacing;
import dev.lukis.scheduler.noise.SigmaSpacing;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schedulers that look back at earlier answers. A solver's name that belongs to one of the
 * others is read as diffusers reads it, as the own default.
 *
 * @param json of the scheduler
 * @param noise what several schedulers share
 */
record MultistepConfig(JsonObject json, NoiseConfig noise) {
  private static final Set<String> SOLVERS_OF_OTHERS =
      Set.of("midpoint", "heun", "logrho", "bh1", "bh2");

  /** Evenly spaced lambdas, between those of all levels. */
  private static final Respacing LU_LAMBDAS =
      new Respacing(SigmaSpacing.EXPONENTIAL, OptionalDouble.empty(), OptionalDouble.empty());

  Scheduler dpmSolver() {
    if (json.has("variance_type") && json.text("variance_type").startsWith("learned")) {
      throw json.refused("variance_type", json.text("variance_type"), "none");
    }
    DpmAlgorithm algorithm = algorithm();
    boolean toLowest = noise.either("final_sigmas_type", "zero", "sigma_min");
    boolean cosine = json.text("beta_schedule", "linear").equals("squaredcos_cap_v2");
    Optional<Respacing> respacing = noise.respacing();
    boolean rounded = isKarras(respacing);
    if (respacing.isEmpty() && json.bool("use_lu_lambdas", false)) {
      respacing = Optional.of(LU_LAMBDAS);
      rounded = true;
    }
    MultistepLevels levels =
        levels(
            respacing,
            rounded && !cosine,
            flow(false, respacing),
            false,
            toLowest ? Ending.LOWEST_TRAINED : Ending.ZERO);
    PredictionType type = type();
    if (type == PredictionType.FLOW_PREDICTION && !algorithm.id().endsWith("++")) {
      throw json.refused("algorithm_type", algorithm.id(), "dpmsolver++ or sde-dpmsolver++");
    }
    return new DpmSolverMultistepScheduler(
        levels,
        noise.bounded(type),
        json.integer("solver_order", 2),
        algorithm,
        solver(List.of("midpoint", "heun")).equals("heun"),
        json.bool("lower_order_final", true),
        json.bool("euler_at_final", false));
  }

  private DpmAlgorithm algorithm() {
    String id = json.text("algorithm_type", "dpmsolver++");
    String known = id.equals("deis") ? "dpmsolver++" : id;
    return Stream.of(DpmAlgorithm.values())
        .filter(each -> each.id().equals(known))
        .findFirst()
        .orElseThrow(
            () ->
                json.refused(
                    "algorithm_type",
                    id,
                    "one of "
                        + Stream.of(DpmAlgorithm.values())
                            .map(DpmAlgorithm::id)
                            .collect(Collectors.joining(", "))));
  }

  Scheduler deis() {
    String algorithm = json.text("algorithm_type", "deis");
    if (!Set.of("deis", "dpmsolver", "dpmsolver++").contains(algorithm)) {
      throw json.refused("algorithm_type", algorithm, "deis");
    }
    solver(List.of("logrho"));
    Optional<Respacing> respacing = noise.respacing();
    return new DeisMultistepScheduler(
        levels(respacing, isKarras(respacing), flow(false, respacing), false, Ending.LAST),
        noise.bounded(type()),
        json.integer("solver_order", 2),
        json.bool("lower_order_final", true));
  }

  Scheduler uniPc() {
    if (json.has("solver_p")) {
      throw json.refused("solver_p", json.root().get("solver_p"), "none");
    }
    boolean toLowest = noise.either("final_sigmas_type", "zero", "sigma_min");
    Optional<Respacing> respacing = noise.respacing();
    boolean predictX0 = json.bool("predict_x0", true);
    PredictionType type = type();
    if (type == PredictionType.FLOW_PREDICTION && !predictX0) {
      throw json.refused("predict_x0", false, "true with prediction_type flow_prediction");
    }
    Set<Integer> uncorrected = new HashSet<>();
    if (json.has("disable_corrector")) {
      for (double step : json.numbers("disable_corrector")) {
        uncorrected.add((int) step);
      }
    }
    return new UniPcMultistepScheduler(
        levels(
            respacing,
            isKarras(respacing),
            flow(isKarras(respacing), respacing),
            true,
            toLowest ? Ending.LAST : Ending.ZERO),
        noise.bounded(type),
        json.integer("solver_order", 2),
        solver(List.of("bh2", "bh1")).equals("bh1"),
        predictX0,
        json.bool("lower_order_final", true),
        uncorrected);
  }

  private static boolean isKarras(Optional<Respacing> respacing) {
    return respacing.filter(it -> it.spacing() == SigmaSpacing.KARRAS).isPresent();
  }

  /** The solver's name; the first is the default. */
  private String solver(List<String> own) {
    String value = json.text("solver_type", own.get(0));
    if (own.contains(value)) {
      return value;
    }
    if (SOLVERS_OF_OTHERS.contains(value)) {
      return own.get(0);
    }
    throw json.refused("solver_type", value, String.join(" or ", own));
  }

  private PredictionType type() {
    PredictionType type = noise.type(EnumSet.allOf(PredictionType.class));
    if (type == PredictionType.FLOW_PREDICTION && !json.bool("use_flow_sigmas", false)) {
      throw json.refused(
          "prediction_type", "flow_prediction", "another one, or use_flow_sigmas true");
    }
    return type;
  }

  private Optional<FlowLevels> flow(boolean alsoRespaced, Optional<Respacing> respacing) {
    if (!json.bool("use_flow_sigmas", false)) {
      return Optional.empty();
    }
    if (respacing.isPresent() && !alsoRespaced) {
      throw json.refused("use_flow_sigmas", true, "false with levels that are respaced");
    }
    return Optional.of(noise.flowLevels("flow_shift", Optional.empty()));
  }

  private MultistepLevels levels(
      Optional<Respacing> respacing,
      boolean rounded,
      Optional<FlowLevels> flow,
      boolean flowFromPureNoise,
      Ending ending) {
    TrainedNoise trained = noise.trained(0.0001, 0.02, BetaSchedule.LINEAR).neverZero();
    TimestepSpacing spacing = noise.spacing(TimestepSpacing.LINSPACE);
    double clipped = json.number("lambda_min_clipped", Double.NEGATIVE_INFINITY);
    boolean solver = json.text("_class_name").startsWith("DPMSolver");
    double lambdaMin = solver ? clipped : Double.NEGATIVE_INFINITY;
    if (!Double.isInfinite(lambdaMin) && spacing == TimestepSpacing.TRAILING) {
      throw json.refused("lambda_min_clipped", lambdaMin, "-Infinity with trailing timesteps");
    }
    return new MultistepLevels(
        trained,
        spacing,
        noise.stepsOffset(),
        respacing,
        rounded,
        flow,
        flowFromPureNoise,
        ending,
        lambdaMin);
  }
}
