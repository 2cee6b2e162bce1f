package dev.lukis.session;

import dev.lukis.image.ImageSpec;
import dev.lukis.text.PlainPrompt;
import dev.lukis.text.PromptSyntax;
import dev.lukis.text.TextNormalizer;
import java.util.List;
import java.util.Objects;

/**
 * What to paint for a text under settings.
 *
 * @param text as it was typed
 * @param words the text in the normal form of {@link TextNormalizer}, without the syntax of other
 *     programs; white space at the end is kept
 * @param removed the syntax that was taken out, as it was typed
 * @param negativePrompt in the form of a prompt
 */
record PaintSpec(
    String text,
    String words,
    List<String> removed,
    String negativePrompt,
    SessionSettings settings) {
  static PaintSpec of(String text, SessionSettings settings) {
    return of(text, settings, promptOf(settings.negativePrompt()));
  }

  private static PaintSpec of(String text, SessionSettings settings, String negativePrompt) {
    PlainPrompt plain = plain(text);
    return new PaintSpec(text, plain.words(), plain.removed(), negativePrompt, settings);
  }

  private static String promptOf(String text) {
    return plain(text).words().strip();
  }

  private static PlainPrompt plain(String text) {
    return PromptSyntax.strip(TextNormalizer.normalize(text));
  }

  /** The specification of another text or other settings; what has not changed is taken over. */
  PaintSpec with(String newText, SessionSettings newSettings) {
    if (settings.equals(newSettings)) {
      return text.equals(newText) ? this : of(newText, settings, negativePrompt);
    }
    return of(newText, newSettings);
  }

  /** The words for the model. */
  String prompt() {
    return words.strip();
  }

  boolean blank() {
    return words.isBlank();
  }

  boolean looksLike(PaintSpec other) {
    return prompt().equals(other.prompt()) && settings.paintsLike(other.settings);
  }

  ImageSpec draft(PlanSettings plans) {
    return image(plans.draftSteps(), plans.draftGuidance());
  }

  ImageSpec settle(PlanSettings plans) {
    return image(plans.settleSteps(), plans.settleGuidance());
  }

  private ImageSpec image(int steps, float guidance) {
    return new ImageSpec(
        prompt(),
        negativePrompt,
        settings.seed(),
        settings.width(),
        settings.height(),
        steps,
        Objects.requireNonNullElse(settings.guidanceScale(), guidance));
  }
}
