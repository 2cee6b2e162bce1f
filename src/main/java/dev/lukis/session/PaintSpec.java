package dev.lukis.session;

import dev.lukis.pipeline.ImageRequest;

/** What is to be painted: normalised words under settings. */
record PaintSpec(String prompt, SessionSettings settings) {
  /** White space at the ends dropped, elsewhere one space; case kept. */
  static PaintSpec of(String text, SessionSettings settings) {
    return new PaintSpec(text.strip().replaceAll("\\s+", " "), settings);
  }

  boolean blank() {
    return prompt.isEmpty();
  }

  boolean looksLike(PaintSpec other) {
    return prompt.equals(other.prompt) && settings.paintsLike(other.settings);
  }

  ImageRequest draft(PlanSettings plans) {
    return request(plans.draftSteps(), plans.draftGuidance());
  }

  ImageRequest settle(PlanSettings plans) {
    return request(plans.settleSteps(), plans.settleGuidance());
  }

  private ImageRequest request(int steps, float guidance) {
    return new ImageRequest(
        prompt,
        settings.negativePrompt(),
        settings.seed(),
        settings.width(),
        settings.height(),
        steps,
        settings.guidanceScale().orElse(guidance));
  }
}
