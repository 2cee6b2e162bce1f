package dev.lukis.model.presets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lukis.model.family.DefaultPlans;
import dev.lukis.model.family.SamplingPlan;
import dev.lukis.model.files.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What suits one repository where its files and the settings do not say. None of it was tried on
 * the real weights.
 *
 * @param repository {@code org/name}
 * @param plans for drafts and settled pictures
 * @param size of a picture's side in pixels
 * @param tinyDecoder repository of the tiny decoder that fits; empty if the model needs none
 * @param sampler the noise scheduler that is used in place of the repository's own, if any
 */
public record Preset(
    String repository,
    DefaultPlans plans,
    int size,
    Optional<String> tinyDecoder,
    Optional<JsonObject> sampler) {

  /** What a model was trained with, which another sampler keeps. */
  private static final List<String> TRAINED =
      List.of(
          "num_train_timesteps",
          "beta_start",
          "beta_end",
          "beta_schedule",
          "trained_betas",
          "prediction_type");

  static Preset read(JsonObject json) {
    SamplingPlan none = new SamplingPlan(1, 1);
    String decoder = json.text("tiny_decoder");
    return new Preset(
        json.text("repository"),
        new DefaultPlans(
            SamplingPlan.read(json.object("draft"), none),
            SamplingPlan.read(json.object("settle"), none)),
        json.integer("size"),
        Optional.of(decoder).filter(it -> !it.isEmpty()),
        json.has("scheduler") ? Optional.of(json.object("scheduler")) : Optional.empty());
  }

  /**
   * The configuration of the scheduler that is to be used.
   *
   * @param own that of the repository
   */
  public JsonObject scheduler(JsonObject own) {
    if (sampler.isEmpty()) {
      return own;
    }
    ObjectNode merged = sampler.get().root().deepCopy();
    for (String key : TRAINED) {
      JsonNode value = own.root().path(key);
      if (!value.isMissingNode()) {
        merged.set(key, value);
      }
    }
    return new JsonObject(own.name() + ", with the sampler of its preset", merged);
  }
}
