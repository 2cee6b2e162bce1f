package dev.lukis.session;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.PromptTraits;
import dev.lukis.text.PlainPrompt;
import dev.lukis.text.PromptDialect;
import dev.lukis.text.TextNormalizer;
import java.util.List;
import java.util.Objects;

/**
 * What to paint for a text under settings.
 *
 * @param text as it was typed
 * @param words the text in the normal form of {@link TextNormalizer}, without any syntax; white
 *     space at the end is kept
 * @param prompt the words for the model, with the syntax that it understands
 * @param removed the syntax that was taken out of the prompt, as it was typed
 * @param negativePrompt in the form of a prompt
 * @param dialect that the model understands
 */
record PaintSpec(
    String text,
    String words,
    String prompt,
    List<String> removed,
    String negativePrompt,
    SessionSettings settings,
    PromptDialect dialect) {
  static PaintSpec of(String text, SessionSettings settings, PromptTraits traits) {
    return of(text, settings, traits.readsWeights() ? PromptDialect.WEIGHTS : PromptDialect.PLAIN);
  }

  private static PaintSpec of(String text, SessionSettings settings, PromptDialect dialect) {
    String negative = TextNormalizer.normalize(settings.negativePrompt());
    return of(text, settings, dialect, dialect.read(negative).words().strip());
  }

  private static PaintSpec of(
      String text, SessionSettings settings, PromptDialect dialect, String negativePrompt) {
    String normal = TextNormalizer.normalize(text);
    PlainPrompt prompt = dialect.read(normal);
    String words =
        dialect == PromptDialect.PLAIN ? prompt.words() : PromptDialect.PLAIN.read(normal).words();
    return new PaintSpec(
        text, words, prompt.words().strip(), prompt.removed(), negativePrompt, settings, dialect);
  }

  /** The specification of another text or other settings; what has not changed is taken over. */
  PaintSpec with(String newText, SessionSettings newSettings) {
    if (settings.equals(newSettings)) {
      return text.equals(newText) ? this : of(newText, settings, dialect, negativePrompt);
    }
    return of(newText, newSettings, dialect);
  }

  boolean blank() {
    return words.isBlank();
  }

  boolean looksLike(PaintSpec other) {
    return prompt.equals(other.prompt) && settings.paintsLike(other.settings);
  }

  ImageSpec draft(PlanSettings plans) {
    return image(plans.draftSteps(), plans.draftGuidance(), plans.tinyDrafts());
  }

  ImageSpec settle(PlanSettings plans) {
    return image(plans.settleSteps(), plans.settleGuidance(), false);
  }

  /** Whether the negative prompt has words, and no image is painted with guidance. */
  boolean negativeWithoutGuidance(PlanSettings plans) {
    return negative() && draft(plans).guidanceScale() <= 1 && settle(plans).guidanceScale() <= 1;
  }

  boolean negative() {
    return !negativePrompt.isEmpty();
  }

  private ImageSpec image(int steps, float guidance, boolean tinyDecoder) {
    return new ImageSpec(
        prompt,
        negativePrompt,
        settings.seed(),
        settings.width(),
        settings.height(),
        steps,
        Objects.requireNonNullElse(settings.guidanceScale(), guidance),
        tinyDecoder);
  }
}
