package dev.lukis.model.words;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The meanings of words and of names of several words, by language. Immutable. */
final class Lexicon {
  private static final List<String> FOOD = List.of("food-", "drink");
  private static final List<String> LIVING = List.of("animal-", "person");

  private final Map<Language, Map<String, Meaning>> meanings = new EnumMap<>(Language.class);

  /** The words of the longest name that starts with a word. */
  private final Map<String, Integer> longest = new HashMap<>();

  private final Inflections inflections;

  /** Unicode's subgroup of each drawing. */
  private final Map<String, String> subgroups;

  private Lexicon(Inflections inflections, Map<String, String> subgroups) {
    this.inflections = inflections;
    this.subgroups = subgroups;
  }

  static Lexicon load() {
    Map<String, String> subgroups = new HashMap<>();
    TableFile.rows("drawings.tsv", 2).forEach(row -> subgroups.put(row[0], row[1]));
    Lexicon lexicon = new Lexicon(Inflections.load(), subgroups);
    for (Language each : Language.values()) {
      lexicon.meanings.put(each, new HashMap<>());
    }
    for (String[] row : TableFile.rows("words.tsv", 5)) {
      lexicon.add(row[0], Language.of(row[1]), Meaning.of(Sense.of(row[2], row[3])));
    }
    return lexicon;
  }

  private void add(String form, Language language, Meaning meaning) {
    of(language).merge(form, meaning, Meaning::and);
    int first = form.indexOf(' ');
    if (first > 0) {
      longest.merge(form.substring(0, first), form.split(" ").length, Math::max);
    }
  }

  private Map<String, Meaning> of(Language language) {
    Map<String, Meaning> known = meanings.get(language);
    if (known == null) {
      throw new IllegalStateException(language + ": not loaded");
    }
    return known;
  }

  /** How many words the longest name has that starts with this one; 1 if there is none. */
  int longest(String word) {
    return longest.getOrDefault(word, 1);
  }

  boolean edible(String drawing) {
    return isOne(drawing, FOOD);
  }

  boolean living(String drawing) {
    return isOne(drawing, LIVING);
  }

  private boolean isOne(String drawing, List<String> starts) {
    String subgroup = subgroups.getOrDefault(drawing, "");
    return starts.stream().anyMatch(subgroup::startsWith);
  }

  /** The meaning of a form, also as an inflection of a word; null if it has none. */
  @Nullable Match find(String form, Language language) {
    Map<String, Meaning> known = of(language);
    Meaning exact = known.get(form);
    if (exact != null) {
      return new Match(exact, language, false);
    }
    return language == Language.ENGLISH ? plural(form, known) : owned(form, known);
  }

  private @Nullable Match plural(String form, Map<String, Meaning> known) {
    int last = form.lastIndexOf(' ') + 1;
    for (String singular : inflections.singulars(form.substring(last))) {
      Meaning meaning = known.get(form.substring(0, last) + singular);
      if (meaning != null && meaning.noun() != null) {
        return new Match(new Meaning(meaning.noun(), null), Language.ENGLISH, true);
      }
    }
    return null;
  }

  private @Nullable Match owned(String form, Map<String, Meaning> known) {
    return inflections
        .unowned(form)
        .map(known::get)
        .filter(meaning -> meaning.shown() != null)
        .map(meaning -> new Match(meaning, Language.INDONESIAN, false))
        .orElse(null);
  }

  /** All words of one language that mean something; names of several words as well. */
  Set<String> forms(Language language) {
    return of(language).keySet();
  }
}
