package dev.lukis.model.words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words that a form may be an inflection of. Immutable. */
final class Inflections {
  private static final int SHORTEST = 3;
  private static final String[][] PLURALS = {
    {"ies", "y"},
    {"ves", "f"},
    {"ves", "fe"},
    {"men", "man"},
    {"sses", "ss"},
    {"xes", "x"},
    {"ches", "ch"},
    {"shes", "sh"},
    {"zes", "z"},
    {"oes", "o"},
    {"uses", "us"}
  };
  private static final String[] OWNERS = {"nya", "ku", "mu"};

  private final Map<String, String> irregular = new HashMap<>();

  static Inflections load() {
    Inflections inflections = new Inflections();
    TableFile.rows("plurals.tsv", 2).forEach(row -> inflections.irregular.put(row[0], row[1]));
    return inflections;
  }

  /** The singulars that an English plural may belong to, the likeliest first. */
  List<String> singulars(String word) {
    // Most words are none, and this is asked for every real word when the lists are loaded.
    if (!word.endsWith("s") && !word.endsWith("n") && !irregular.containsKey(word)) {
      return List.of();
    }
    List<String> singulars = new ArrayList<>(2);
    Optional.ofNullable(irregular.get(word)).ifPresent(singulars::add);
    for (String[] each : PLURALS) {
      if (word.endsWith(each[0]) && word.length() > each[0].length() + 1) {
        singulars.add(word.substring(0, word.length() - each[0].length()) + each[1]);
      }
    }
    if (word.endsWith("s") && !word.endsWith("ss") && word.length() > SHORTEST) {
      singulars.add(word.substring(0, word.length() - 1));
    }
    return singulars;
  }

  /** An Indonesian word without the sign of its owner: {@code rumahnya} is {@code rumah}. */
  Optional<String> unowned(String word) {
    for (String owner : OWNERS) {
      if (word.endsWith(owner) && word.length() >= owner.length() + SHORTEST) {
        return Optional.of(word.substring(0, word.length() - owner.length()));
      }
    }
    return Optional.empty();
  }
}
