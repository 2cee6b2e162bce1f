package dev.lukis.model;

import dev.lukis.model.files.JsonObject;
import java.util.Map;
import java.util.Set;

/**
 * Refuses keys of a {@code scheduler_config.json} that would change the result and are not
 * understood.
 *
 * @param json the file
 */
record SchedulerKeys(JsonObject json) {
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

  /** Requires the only value that is understood; it is also the default. */
  void requireInteger(String key, int expected) {
    if (json.integer(key, expected) != expected) {
      throw json.refused(key, json.integer(key), Integer.toString(expected));
    }
  }

  /** Requires the only value that is understood; it is also the default. */
  void requireText(String key, String expected) {
    if (!json.text(key, expected).equals(expected)) {
      throw json.refused(key, json.text(key), expected);
    }
  }

  /**
   * Refuses clipping of the clean sample, which is meant for models of pixels.
   *
   * @param defaultValue whether the scheduler clips by default
   */
  void refuseClipping(boolean defaultValue) {
    if (json.bool("clip_sample", defaultValue)) {
      throw json.refused("clip_sample", true, "false");
    }
    if (json.bool("thresholding", false)) {
      throw json.refused("thresholding", true, "false");
    }
  }

  /**
   * Refuses keys that are not known. An unknown switch that is off changes nothing; one that is on
   * would change the picture silently.
   */
  void refuseUnknown(Set<String> known) {
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
