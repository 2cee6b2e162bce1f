package dev.lukis.safety;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Phrases indexed by their first word, so that a text is not compared with every phrase: a hostile
 * text can have thousands of words. Immutable.
 */
final class PhraseIndex {
  private final Map<String, List<Phrase>> byWord = new HashMap<>();
  private final Map<String, List<Phrase>> byBeginning = new HashMap<>();
  private final int longestBeginning;

  PhraseIndex(Collection<Phrase> phrases) {
    int longest = 0;
    for (Phrase phrase : phrases) {
      String first = phrase.words().get(0);
      if (first.endsWith("*")) {
        String beginning = first.substring(0, first.length() - 1);
        longest = Math.max(longest, beginning.length());
        byBeginning.computeIfAbsent(beginning, key -> new ArrayList<>()).add(phrase);
      } else {
        byWord.computeIfAbsent(first, key -> new ArrayList<>()).add(phrase);
      }
    }
    this.longestBeginning = longest;
  }

  /** The phrases that occur in the text at this word index. */
  List<Phrase> at(List<Words.Word> text, int from) {
    String first = text.get(from).skeleton();
    List<Phrase> found = new ArrayList<>(0);
    addStanding(byWord.get(first), text, from, found);
    for (int length = 1; length <= Math.min(longestBeginning, first.length()); length++) {
      addStanding(byBeginning.get(first.substring(0, length)), text, from, found);
    }
    return found;
  }

  private static void addStanding(
      @Nullable List<Phrase> candidates, List<Words.Word> text, int from, List<Phrase> found) {
    if (candidates == null) {
      return;
    }
    for (Phrase phrase : candidates) {
      if (phrase.at(text, from)) {
        found.add(phrase);
      }
    }
  }
}
