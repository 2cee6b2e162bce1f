package dev.lukis.session;

import dev.lukis.painting.ImageSpec;
import java.util.Objects;

/** What to paint: normalised words under settings. */
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

  ImageSpec draft(PlanSettings plans) {
    return request(plans.draftSteps(), plans.draftGuidance());
  }

  ImageSpec settle(PlanSettings plans) {
    return request(plans.settleSteps(), plans.settleGuidance());
  }

  private ImageSpec request(int steps, float guidance) {
    return new ImageSpec(
        prompt,
        settings.negativePrompt(),
        settings.seed(),
        settings.width(),
        settings.height(),
        steps,
        Objects.requireNonNullElse(settings.guidanceScale(), guidance));
  }
}
