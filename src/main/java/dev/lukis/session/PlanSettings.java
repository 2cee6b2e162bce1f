package dev.lukis.session;

/**
 * How much work images get.
 *
 * @param draftSteps denoising steps while somebody types
 * @param draftGuidance the guidance scale of a draft
 * @param settleSteps denoising steps once they pause
 * @param settleGuidance likewise
 */
public record PlanSettings(
    int draftSteps, float draftGuidance, int settleSteps, float settleGuidance) {}
