package dev.lukis.session;

/**
 * Steps and guidance of images.
 *
 * @param draftSteps denoising steps of a draft
 * @param draftGuidance guidance scale of a draft
 * @param tinyDrafts whether drafts are decoded by the model's tiny decoder
 * @param settleSteps denoising steps of a settle or commit
 * @param settleGuidance guidance scale of a settle or commit
 */
public record PlanSettings(
    int draftSteps,
    float draftGuidance,
    boolean tinyDrafts,
    int settleSteps,
    float settleGuidance) {

  /** All images are decoded by the model's own decoder. */
  public PlanSettings(int draftSteps, float draftGuidance, int settleSteps, float settleGuidance) {
    this(draftSteps, draftGuidance, false, settleSteps, settleGuidance);
  }
}
