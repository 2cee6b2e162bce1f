package dev.lukis.session;

/**
 * Steps and guidance of images.
 *
 * @param draftSteps denoising steps of a draft
 * @param draftGuidance guidance scale of a draft
 * @param settleSteps denoising steps of a settle or commit
 * @param settleGuidance guidance scale of a settle or commit
 */
public record PlanSettings(
    int draftSteps, float draftGuidance, int settleSteps, float settleGuidance) {}
