package dev.lukis.model.family;

import dev.lukis.model.files.JsonObject;

/**
 * How much work one image gets.
 *
 * @param steps denoising steps, at least 1
 * @param guidanceScale classifier-free guidance (Ho and Salimans, 2022); at 1 and below there is
 *     none, and a step costs half
 */
public record SamplingPlan(int steps, float guidanceScale) {

  public static SamplingPlan read(JsonObject json, SamplingPlan defaultValue) {
    int steps = json.integer("steps", defaultValue.steps);
    if (steps < 1) {
      throw json.refused("steps", steps, ">= 1");
    }
    return new SamplingPlan(
        steps, (float) json.number("guidance_scale", defaultValue.guidanceScale));
  }
}
