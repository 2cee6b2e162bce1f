package dev.lukis.model.family;

import dev.lukis.model.files.JsonObject;

/**
 * How much work images get where {@code lukis.json} does not say.
 *
 * @param draft during typing
 * @param settle once they pause
 */
public record DefaultPlans(SamplingPlan draft, SamplingPlan settle) {
  public static DefaultPlans of(int draftSteps, int settleSteps, double guidanceScale) {
    float scale = (float) guidanceScale;
    return new DefaultPlans(
        new SamplingPlan(draftSteps, scale), new SamplingPlan(settleSteps, scale));
  }

  /**
   * Of Stable Diffusion's kind. A model that is distilled to a few steps visits the last timestep
   * ({@code timestep_spacing}) and needs no guidance.
   *
   * @param guidanceScale what models that are not distilled like
   */
  static DefaultPlans ofDistilledOrNot(JsonObject schedulerConfig, double guidanceScale) {
    boolean distilled =
        schedulerConfig.text("timestep_spacing", "").equals("trailing")
            || schedulerConfig.text("_class_name", "").equals("LCMScheduler")
            || schedulerConfig.text("_class_name", "").equals("TCDScheduler");
    return distilled ? of(2, 4, 1) : of(8, 20, guidanceScale);
  }
}
