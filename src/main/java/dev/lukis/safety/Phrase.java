package dev.lukis.safety;

import java.util.List;

/**
 * A sequence of word skeletons. A word that ends in {@code *} matches any word that starts with it.
 *
 * @param words at least one
 */
record Phrase(List<String> words) implements Comparable<Phrase> {

  /** Whether the phrase occurs in the text at this word index. */
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

  /** Whether the phrase occurs in the text so that it covers {@code count} words from an index. */
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
