package dev.lukis.text;

import java.util.List;

/**
 * A prompt without the syntax of other programs. Immutable.
 *
 * @param words what is to be painted
 * @param removed the syntax that was taken out, as it was typed, each once, in order
 */
public record PlainPrompt(String words, List<String> removed) {
  public PlainPrompt {
    removed = List.copyOf(removed);
  }
}
