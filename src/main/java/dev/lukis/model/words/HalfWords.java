package dev.lukis.model.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a word that is still being typed may already show:
 *
 * <ol>
 *   <li>A complete real word means itself, or nothing.
 *   <li>The start of a word shows a meaning only if that meaning has at least {@code threshold} of
 *       the frequency of all real words that start so.
 *   <li>Inflections count as their word.
 * </ol>
 *
 * Immutable.
 */
final class HalfWords {
  private static final int SHORTEST = 2;

  /** The frequency of a word with a meaning that is not in the lists. */
  private static final double RARE = 3;

  private final String[] words;
  private final double[] frequencies;
  private final @Nullable Match[] matches;
  private final double threshold;

  private HalfWords(List<Entry> entries, double threshold) {
    words = new String[entries.size()];
    frequencies = new double[entries.size()];
    matches = new Match[entries.size()];
    this.threshold = threshold;
    for (int k = 0; k < words.length; k++) {
      words[k] = entries.get(k).word();
      frequencies[k] = entries.get(k).frequency();
      matches[k] = entries.get(k).match();
    }
  }

  private record Entry(String word, double frequency, @Nullable Match match) {}

  static HalfWords of(RealWords real, WordChoice choice, Lexicon lexicon, double threshold) {
    List<Entry> entries = new ArrayList<>(real.size());
    for (int k = 0; k < real.size(); k++) {
      Match match = choice.alone(real.word(k));
      entries.add(new Entry(real.word(k), real.frequency(k), showing(match)));
    }
    for (Language language : Language.values()) {
      for (String form : lexicon.forms(language)) {
        if (form.indexOf(' ') < 0 && !real.has(form)) {
          entries.add(new Entry(form, RARE, showing(choice.alone(form))));
        }
      }
    }
    entries.sort((a, b) -> a.word().compareTo(b.word()));
    return new HalfWords(entries, threshold);
  }

  private static @Nullable Match showing(@Nullable Match match) {
    return match == null || match.meaning().shown() == null ? null : match;
  }

  /**
   * @param half that is no word by itself
   * @return null if nothing can be shown yet
   */
  @Nullable Match find(String half) {
    if (half.length() < SHORTEST) {
      return null;
    }
    Map<Sense, double[]> shares = new HashMap<>();
    Match best = null;
    double most = 0;
    double total = 0;
    for (int k = first(half); k < words.length && words[k].startsWith(half); k++) {
      total += frequencies[k];
      Match match = matches[k];
      Sense shown = match == null ? null : match.meaning().shown();
      if (match != null && shown != null) {
        double[] share = shares.computeIfAbsent(shown, each -> new double[1]);
        share[0] += frequencies[k];
        if (share[0] > most) {
          most = share[0];
          best = match;
        }
      }
    }
    return best == null || most < threshold * total ? null : best;
  }

  /** Whether a word starts so. */
  boolean starts(String half) {
    int at = first(half);
    return at < words.length && words[at].startsWith(half);
  }

  /** Whether people who have typed a real word have mostly typed all of it. */
  boolean likelyComplete(String word) {
    double total = 0;
    int at = first(word);
    for (int k = at; k < words.length && words[k].startsWith(word); k++) {
      total += frequencies[k];
    }
    return total > 0 && words[at].equals(word) && frequencies[at] >= total / 2;
  }

  private int first(String half) {
    int at = Arrays.binarySearch(words, half);
    return at < 0 ? -at - 1 : at;
  }
}
