package dev.lukis.model.tokenizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Byte pair encoding of one word: Sennrich et al., "Neural Machine Translation of Rare Words with
 * Subword Units" (2016). Immutable, thread-safe.
 *
 * @param ids of the pieces; the last piece of a word ends with {@link #END}
 * @param ranks of the merges, each written as its two parts with a space between; lowest first
 * @param unknown the id of a piece that has none
 */
record BytePairs(Map<String, Integer> ids, Map<String, Integer> ranks, int unknown) {
  /** Marks the end of a word. */
  static final String END = "</w>";

  /**
   * @param word not empty, in the alphabet of {@link ByteAlphabet}
   */
  List<Integer> encode(String word) {
    List<String> pieces = letters(word);
    for (int at = best(pieces); at >= 0; at = best(pieces)) {
      merge(pieces, pieces.get(at), pieces.get(at + 1));
    }
    return pieces.stream().map(piece -> ids.getOrDefault(piece, unknown)).toList();
  }

  private static List<String> letters(String word) {
    List<String> letters = new ArrayList<>();
    word.codePoints().forEach(letter -> letters.add(Character.toString(letter)));
    letters.add(letters.remove(letters.size() - 1) + END);
    return letters;
  }

  /** Where the pair stands that is to be merged first, or -1. */
  private int best(List<String> pieces) {
    int best = -1;
    int lowest = Integer.MAX_VALUE;
    for (int i = 0; i + 1 < pieces.size(); i++) {
      int rank = ranks.getOrDefault(pieces.get(i) + " " + pieces.get(i + 1), Integer.MAX_VALUE);
      if (rank < lowest) {
        lowest = rank;
        best = i;
      }
    }
    return best;
  }

  private static void merge(List<String> pieces, String left, String right) {
    for (int i = 0; i + 1 < pieces.size(); i++) {
      if (pieces.get(i).equals(left) && pieces.get(i + 1).equals(right)) {
        pieces.set(i, left + right);
        pieces.remove(i + 1);
      }
    }
  }
}
