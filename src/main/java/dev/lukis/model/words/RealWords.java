package dev.lukis.model.words;

import java.util.Arrays;
import java.util.List;

/**
 * The words that people type, with their ranks by frequency, in {@code real-words.tsv}. Immutable.
 */
final class RealWords {
  /** The rank of a word that is not in the list of a language. */
  static final int UNLISTED = 100_000;

  // Zipf's law, scaled by the sizes of the two lists.
  private static final double[] SCALES = {2e6, 3e6};
  private static final int FLATTEST = 5;

  private final String[] words;
  private final int[][] ranks;
  private final String[] homes;

  private RealWords(int size) {
    words = new String[size];
    ranks = new int[size][];
    homes = new String[size];
  }

  static RealWords load() {
    List<String[]> rows = TableFile.rows("real-words.tsv", 4);
    RealWords real = new RealWords(rows.size());
    for (int k = 0; k < rows.size(); k++) {
      String[] row = rows.get(k);
      real.words[k] = row[0];
      real.ranks[k] = new int[] {rank(row[1]), rank(row[2])};
      real.homes[k] = row[3].intern();
    }
    return real;
  }

  private static int rank(String text) {
    return text.isEmpty() ? UNLISTED : Integer.parseInt(text);
  }

  int size() {
    return words.length;
  }

  String word(int index) {
    return words[index];
  }

  boolean has(String word) {
    return Arrays.binarySearch(words, word) >= 0;
  }

  int rank(String word, Language language) {
    int at = Arrays.binarySearch(words, word);
    return at < 0 ? UNLISTED : ranks[at][language.ordinal()];
  }

  /** The index of the first word that is not before a text. */
  int from(String text) {
    int at = Arrays.binarySearch(words, text);
    return at < 0 ? -at - 1 : at;
  }

  /** A share of all typed words, in no unit. */
  double frequency(int index) {
    return frequency(index, Language.ENGLISH) + frequency(index, Language.INDONESIAN);
  }

  double frequency(int index, Language language) {
    int rank = ranks[index][language.ordinal()];
    return rank == UNLISTED ? 0 : SCALES[language.ordinal()] / (rank + FLATTEST);
  }

  /** What the word is about, as in {@code fitting-places.tsv}; empty if that is not known. */
  String home(String word) {
    int at = Arrays.binarySearch(words, word);
    return at < 0 ? "" : homes[at];
  }
}
