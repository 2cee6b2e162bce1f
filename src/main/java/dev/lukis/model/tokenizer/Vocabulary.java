package dev.lukis.model.tokenizer;

import dev.lukis.model.files.JsonObject;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The words that a model understands, where its directory tells: {@code vocabulary.json}, with
 * {@code languages}, and for each by its tag {@code hint} (words to show to people, by kind) and
 * {@code known} (every form of a word, in lower case). Immutable.
 *
 * @param hints by language, then by kind, such as {@code things}
 * @param known of all languages, since people mix them; empty where the model does not tell
 */
public record Vocabulary(Map<String, Map<String, List<String>>> hints, Set<String> known) {
  /** Of a model that tells nothing: no word is unknown to it. */
  public static final Vocabulary NONE = new Vocabulary(Map.of(), Set.of());

  public static final String FILE = "vocabulary.json";

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  public static Vocabulary read(JsonObject file) {
    Map<String, Map<String, List<String>>> hints = new LinkedHashMap<>();
    Set<String> known = new HashSet<>();
    JsonObject languages = file.object("languages");
    languages
        .fields()
        .forEachRemaining(
            tag -> {
              JsonObject language = languages.object(tag);
              hints.put(tag, kinds(language.object("hint")));
              known.addAll(language.texts("known"));
            });
    return new Vocabulary(Map.copyOf(hints), Set.copyOf(known));
  }

  private static Map<String, List<String>> kinds(JsonObject hint) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    hint.fields().forEachRemaining(kind -> kinds.put(kind, hint.texts(kind)));
    return kinds;
  }

  /**
   * The words of a prompt that mean nothing to the model, in lower case, each once, in order. A
   * word at the very end that may yet become one that is known is not among them.
   */
  public List<String> unknown(String prompt) {
    if (known.isEmpty()) {
      return List.of();
    }
    Set<String> unknown = new LinkedHashSet<>();
    WORD.matcher(prompt.toLowerCase(Locale.ROOT))
        .results()
        .filter(word -> !known.contains(word.group()))
        .filter(word -> word.end() < prompt.length() || !begins(word.group()))
        .map(MatchResult::group)
        .forEach(unknown::add);
    return List.copyOf(unknown);
  }

  private boolean begins(String half) {
    return known.stream().anyMatch(word -> word.startsWith(half));
  }
}
