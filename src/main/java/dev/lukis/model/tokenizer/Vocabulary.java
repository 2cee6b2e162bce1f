package dev.lukis.model.tokenizer;

import dev.lukis.model.files.JsonObject;
import java.text.Normalizer;
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

  /** A word, and behind it the sign of possession, which says nothing. */
  private static final Pattern WORD =
      Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)(?:['\u2019]s(?![\\p{L}\\p{M}\\p{N}]))?");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

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
   *
   * @param prompt as {@link PromptReader} hands it to the model
   */
  public List<String> unknown(String prompt) {
    if (known.isEmpty()) {
      return List.of();
    }
    Set<String> unknown = new LinkedHashSet<>();
    WORD.matcher(prompt)
        .results()
        .filter(word -> !understood(word, prompt))
        .map(word -> word.group(1).toLowerCase(Locale.ROOT))
        .forEach(unknown::add);
    return List.copyOf(unknown);
  }

  /**
   * A prompt without its unknown words, and without signs that are neither letter nor digit, but
   * for comma, full stop and hyphen: the pieces of an unknown word would change the picture.
   */
  String withoutUnknown(String prompt) {
    if (known.isEmpty()) {
      return prompt;
    }
    StringBuilder kept = new StringBuilder(prompt.length());
    int from = 0;
    for (MatchResult word : WORD.matcher(prompt).results().toList()) {
      kept.append(signs(prompt.substring(from, word.start())));
      if (understood(word, prompt)) {
        kept.append(word.group(1));
      }
      from = word.end();
    }
    kept.append(signs(prompt.substring(from)));
    return tidy(kept.toString());
  }

  private static String signs(String between) {
    return between.replaceAll("[^\\s,.-]", " ");
  }

  // What is left of "a cat, xyzzy, asleep" is "a cat, asleep".
  private static String tidy(String text) {
    return text.replaceAll("\\s+", " ")
        .replaceAll("(?<=^|\\s)[-.]+(?=\\s|$)", "")
        .replaceAll("\\s*,(\\s*,)*", ",")
        .replaceAll("^[\\s,]+|(?<=\\s)\\s+", "");
  }

  private boolean understood(MatchResult word, String prompt) {
    String plain = plain(word.group(1));
    return known.contains(plain) || (word.end() == prompt.length() && begins(plain));
  }

  // Tokenizers of such models read letters without their accents, in lower case.
  private static String plain(String word) {
    return MARKS
        .matcher(Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
        .replaceAll("");
  }

  private boolean begins(String half) {
    return known.stream().anyMatch(word -> word.startsWith(half));
  }
}
