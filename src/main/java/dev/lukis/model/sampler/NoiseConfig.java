package dev.lukis.model.sampler;

import dev.lukis.model.files.JsonObject;
import dev.lukis.scheduler.noise.BetaSchedule;
import dev.lukis.scheduler.noise.FlowLevels;
import dev.lukis.scheduler.noise.FlowShift;
import dev.lukis.scheduler.noise.OriginalBound;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.scheduler.noise.PredictionType;
import dev.lukis.scheduler.noise.Respacing;
import dev.lukis.scheduler.noise.SigmaSpacing;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parameters that several schedulers share.
 *
 * @param json of the scheduler
 */
record NoiseConfig(JsonObject json) {
  private static final Map<SigmaSpacing, String> SPACINGS =
      new EnumMap<>(
          Map.of(
              SigmaSpacing.KARRAS, "use_karras_sigmas",
              SigmaSpacing.EXPONENTIAL, "use_exponential_sigmas",
              SigmaSpacing.BETA, "use_beta_sigmas"));

  TrainedNoise trained(double start, double end, BetaSchedule schedule) {
    TrainedNoise noise =
        json.has("trained_betas")
            ? TrainedNoise.ofBetas(json.numbers("trained_betas"))
            : TrainedNoise.of(
                json.integer("num_train_timesteps", 1000),
                json.number("beta_start", start),
                json.number("beta_end", end),
                json.constant("beta_schedule", BetaSchedule.class, schedule));
    int expected = json.integer("num_train_timesteps", 1000);
    if (noise.numTrainTimesteps() != expected) {
      throw json.refused(
          "trained_betas", noise.numTrainTimesteps() + " numbers", expected + " numbers");
    }
    return json.bool("rescale_betas_zero_snr", false) ? noise.rescaledToZeroTerminalSnr() : noise;
  }

  /** For schedulers whose last timestep has nothing of the clean sample to divide by. */
  TrainedNoise dividing(TrainedNoise noise, PredictionType type) {
    if (type == PredictionType.EPSILON && json.bool("rescale_betas_zero_snr", false)) {
      throw json.refused("rescale_betas_zero_snr", true, "false with prediction_type epsilon");
    }
    return noise;
  }

  PredictionType type(Set<PredictionType> allowed) {
    String value = json.text("prediction_type", "epsilon");
    // An older name.
    String name = value.equals("original_sample") ? "sample" : value;
    return allowed.stream()
        .filter(type -> lower(type).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                json.refused(
                    "prediction_type",
                    value,
                    "one of "
                        + allowed.stream()
                            .map(NoiseConfig::lower)
                            .collect(Collectors.joining(", "))));
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  Prediction unbounded(PredictionType type) {
    return new Prediction(type, OriginalBound.NONE);
  }

  Prediction clipped(PredictionType type, boolean defaultValue) {
    return json.bool("clip_sample", defaultValue)
        ? new Prediction(type, OriginalBound.clip(json.number("clip_sample_range", 1)))
        : unbounded(type);
  }

  Prediction bounded(PredictionType type) {
    return json.bool("thresholding", false)
        ? new Prediction(
            type,
            OriginalBound.dynamic(
                json.number("dynamic_thresholding_ratio", 0.995),
                json.number("sample_max_value", 1)))
        : unbounded(type);
  }

  Prediction boundedOrClipped(PredictionType type, boolean clipsByDefault) {
    return json.bool("thresholding", false) ? bounded(type) : clipped(type, clipsByDefault);
  }

  TimestepSpacing spacing(TimestepSpacing defaultValue) {
    return json.constant("timestep_spacing", TimestepSpacing.class, defaultValue);
  }

  int stepsOffset() {
    int offset = json.integer("steps_offset", 0);
    if (offset < 0) {
      throw json.refused("steps_offset", offset, ">= 0");
    }
    return offset;
  }

  Optional<Respacing> respacing() {
    Optional<Respacing> found = Optional.empty();
    for (Map.Entry<SigmaSpacing, String> spacing : SPACINGS.entrySet()) {
      if (json.bool(spacing.getValue(), false)) {
        if (found.isPresent()) {
          throw json.refused(
              spacing.getValue(), true, "false with " + SPACINGS.get(found.get().spacing()));
        }
        found = Optional.of(respaced(spacing.getKey()));
      }
    }
    return found;
  }

  Respacing respaced(SigmaSpacing spacing) {
    return new Respacing(spacing, optional("sigma_min"), optional("sigma_max"));
  }

  private OptionalDouble optional(String key) {
    return json.has(key) ? OptionalDouble.of(json.number(key)) : OptionalDouble.empty();
  }

  /**
   * @param shift the key of the shift that does not depend on the image
   */
  FlowLevels flowLevels(String shift, Optional<Respacing> respacing) {
    OptionalDouble terminal = optional("shift_terminal");
    return new FlowLevels(
        new FlowShift(json.number(shift, 1), dynamic()),
        terminal.orElse(0) == 0 ? OptionalDouble.empty() : terminal,
        respacing);
  }

  private Optional<FlowShift.Dynamic> dynamic() {
    boolean linear = either("time_shift_type", "exponential", "linear");
    return json.bool("use_dynamic_shifting", false)
        ? Optional.of(
            new FlowShift.Dynamic(
                json.number("base_shift", 0.5),
                json.number("max_shift", 1.15),
                json.integer("base_image_seq_len", 256),
                json.integer("max_image_seq_len", 4096),
                !linear))
        : Optional.empty();
  }

  /** Whether a text with two values, of which the first is the default, has the second. */
  boolean either(String key, String first, String second) {
    String value = json.text(key, first);
    if (!value.equals(first) && !value.equals(second)) {
      throw json.refused(key, value, first + " or " + second);
    }
    return value.equals(second);
  }
}
