package dev.lukis.model;

/**
 * How much work one image gets.
 *
 * @param steps denoising steps, at least 1
 * @param guidanceScale classifier-free guidance (Ho and Salimans, 2022); at 1 and below there is
 *     none, and a step costs half
 */
public record SamplingPlan(int steps, float guidanceScale) {

  static SamplingPlan read(JsonFile json, SamplingPlan otherwise) {
    int steps = json.integer("steps", otherwise.steps);
    if (steps < 1) {
      throw json.refused("steps", steps, ">= 1");
    }
    return new SamplingPlan(steps, (float) json.number("guidance_scale", otherwise.guidanceScale));
  }
}
