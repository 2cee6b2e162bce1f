package dev.lukis.session;

import dev.lukis.painting.ImageSpec;
import dev.lukis.text.PlainPrompt;
import dev.lukis.text.PromptSyntax;
import dev.lukis.text.TextNormalizer;
import java.util.List;
import java.util.Objects;

/**
 * What to paint: words in their normal form under settings.
 *
 * @param prompt in the normal form of {@link TextNormalizer}, without the syntax of other programs
 * @param removed the syntax that was taken out, as it was typed
 */
record PaintSpec(String prompt, List<String> removed, SessionSettings settings) {
  static PaintSpec of(String text, SessionSettings settings) {
    PlainPrompt plain = plain(text);
    return new PaintSpec(plain.words().strip(), plain.removed(), settings);
  }

  /** A text in normal form, without syntax; white space at its end is kept. */
  static PlainPrompt plain(String text) {
    return PromptSyntax.strip(TextNormalizer.normalize(text));
  }

  boolean blank() {
    return prompt.isEmpty();
  }

  boolean looksLike(PaintSpec other) {
    return prompt.equals(other.prompt) && settings.paintsLike(other.settings);
  }

  ImageSpec draft(PlanSettings plans) {
    return request(plans.draftSteps(), plans.draftGuidance(), plans.tinyDrafts());
  }

  ImageSpec settle(PlanSettings plans) {
    return request(plans.settleSteps(), plans.settleGuidance(), false);
  }

  private ImageSpec request(int steps, float guidance, boolean tinyDecoder) {
    return new ImageSpec(
        prompt,
        plain(settings.negativePrompt()).words().strip(),
        settings.seed(),
        settings.width(),
        settings.height(),
        steps,
        Objects.requireNonNullElse(settings.guidanceScale(), guidance),
        tinyDecoder);
  }
}
