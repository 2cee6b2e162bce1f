package dev.lukis.model;

/**
 * How much work images get where {@code lukis.json} does not say.
 *
 * @param draft while somebody types
 * @param settle once they pause
 */
record Plans(SamplingPlan draft, SamplingPlan settle) {
  static Plans of(int draftSteps, int settleSteps, double guidanceScale) {
    float scale = (float) guidanceScale;
    return new Plans(new SamplingPlan(draftSteps, scale), new SamplingPlan(settleSteps, scale));
  }

  /**
   * Of Stable Diffusion's kind. Whoever distils a model to a few steps has it visit the last
   * timestep, as {@code timestep_spacing} says, and does without guidance.
   *
   * @param guidanceScale what models that are not distilled like
   */
  static Plans ofDistilledOrNot(JsonFile schedulerConfig, double guidanceScale) {
    boolean distilled =
        schedulerConfig.text("timestep_spacing", "").equals("trailing")
            || schedulerConfig.text("_class_name", "").equals("LCMScheduler")
            || schedulerConfig.text("_class_name", "").equals("TCDScheduler");
    return distilled ? of(2, 4, 1) : of(8, 20, guidanceScale);
  }
}
