package dev.lukis.safety;

import java.util.List;

/**
 * Words in a row, as skeletons; one that ends in {@code *} has any ending.
 *
 * @param words at least one
 */
record Phrase(List<String> words) implements Comparable<Phrase> {

  /** Whether it stands at a place of a text. */
  boolean at(List<Words.Word> text, int from) {
    if (from < 0 || from + words.size() > text.size()) {
      return false;
    }
    for (int i = 0; i < words.size(); i++) {
      if (!matches(words.get(i), text.get(from + i).skeleton())) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String word, String found) {
    return word.endsWith("*")
        ? found.startsWith(word.substring(0, word.length() - 1))
        : found.equals(word);
  }

  /** Whether it stands anywhere around a place, covering that many words from there on. */
  boolean covers(List<Words.Word> text, int from, int count) {
    for (int start = from + count - words.size(); start <= from; start++) {
      if (at(text, start)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int compareTo(Phrase other) {
    return String.join(" ", words).compareTo(String.join(" ", other.words));
  }
}
