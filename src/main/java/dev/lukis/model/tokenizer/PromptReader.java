package dev.lukis.model.tokenizer;

import dev.lukis.text.PlainPrompt;
import dev.lukis.text.PromptSyntax;
import dev.lukis.text.TextNormalizer;
import java.util.List;

/**
 * Prepares a prompt for a model's tokenizer: one normal form ({@link TextNormalizer}), without the
 * syntax of other programs ({@link PromptSyntax}) and, where the model has a {@link Vocabulary},
 * without unknown words. Thread-safe.
 *
 * @param vocabulary of the model
 */
public record PromptReader(Vocabulary vocabulary) {
  /**
   * A prompt as the model reads it. Immutable.
   *
   * @param words that the tokenizer is given
   * @param unknown words that were left out, in lower case
   */
  public record Reading(String words, List<String> unknown) {}

  public Reading read(String prompt) {
    PlainPrompt plain = PromptSyntax.strip(TextNormalizer.normalize(prompt));
    return vocabulary.reading(plain.words());
  }
}
