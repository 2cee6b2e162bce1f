package dev.lukis.session;

import dev.lukis.painting.ImageSpec;
import dev.lukis.painting.PromptTraits;
import dev.lukis.text.PlainPrompt;
import dev.lukis.text.PromptDialect;
import dev.lukis.text.TextNormalizer;
import java.util.List;
import java.util.Objects;

/**
 * What to paint: words in their normal form under settings.
 *
 * @param prompt in the normal form of {@link TextNormalizer}, without the syntax that the model
 *     does not understand
 * @param removed the syntax that was taken out, as it was typed
 * @param dialect that the model understands
 */
record PaintSpec(
    String prompt, List<String> removed, SessionSettings settings, PromptDialect dialect) {
  static PaintSpec of(String text, SessionSettings settings, PromptTraits traits) {
    PromptDialect dialect = traits.readsWeights() ? PromptDialect.WEIGHTS : PromptDialect.PLAIN;
    PlainPrompt words = dialect.read(TextNormalizer.normalize(text));
    return new PaintSpec(words.words().strip(), words.removed(), settings, dialect);
  }

  /** A text in normal form, without any syntax; white space at its end is kept. */
  static PlainPrompt plain(String text) {
    return PromptDialect.PLAIN.read(TextNormalizer.normalize(text));
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

  private String negativePrompt() {
    return dialect.read(TextNormalizer.normalize(settings.negativePrompt())).words().strip();
  }

  /** Whether the negative prompt has words, and no image is painted with guidance. */
  boolean negativeWithoutGuidance(PlanSettings plans) {
    return !negativePrompt().isEmpty()
        && draft(plans).guidanceScale() <= 1
        && settle(plans).guidanceScale() <= 1;
  }

  boolean negative() {
    return !negativePrompt().isEmpty();
  }

  private ImageSpec request(int steps, float guidance) {
    return new ImageSpec(
        prompt,
        negativePrompt(),
        settings.seed(),
        settings.width(),
        settings.height(),
        steps,
        Objects.requireNonNullElse(settings.guidanceScale(), guidance));
  }
}
