package dev.lukis.model.tokenizer;

import dev.lukis.model.files.JsonObject;
import java.text.Normalizer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words that a model understands, where its directory tells: {@code vocabulary.json}, with
 * {@code languages}, and for each by its tag {@code hint} (words to show to people, by kind) and
 * {@code known} (every form of a word, in lower case). Immutable.
 *
 * @param hints by language, then by kind, such as {@code things}
 * @param known of all languages, since people mix them; empty where the model does not tell
 */
public record Vocabulary(Map<String, Map<String, List<String>>> hints, NavigableSet<String> known) {
  /** Of a model that tells nothing: no word is unknown to it. */
  public static final Vocabulary NONE = new Vocabulary(Map.of(), Collections.emptyNavigableSet());

  public static final String FILE = "vocabulary.json";

  /** A word, and behind it the sign of possession, which says nothing. */
  private static final Pattern WORD =
      Pattern.compile("([\\p{L}\\p{M}\\p{N}]+)(?:['\u2019]s(?![\\p{L}\\p{M}\\p{N}]))?");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern SIGN = Pattern.compile("[^\\s,.-]");

  /** Text that matches nowhere is tidy. */
  private static final Pattern UNTIDY = Pattern.compile("[-.,]|\\s{2}|^\\s|[^\\S ]");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern LONE_SIGNS = Pattern.compile("(?<=^|\\s)[-.]+(?=\\s|$)");
  private static final Pattern COMMAS = Pattern.compile("\\s*,(\\s*,)*");
  private static final Pattern NEEDLESS = Pattern.compile("^[\\s,]+|(?<=\\s)\\s+");

  public static Vocabulary read(JsonObject file) {
    Map<String, Map<String, List<String>>> hints = new LinkedHashMap<>();
    NavigableSet<String> known = new TreeSet<>();
    JsonObject languages = file.object("languages");
    languages
        .fields()
        .forEachRemaining(
            tag -> {
              JsonObject language = languages.object(tag);
              hints.put(tag, kinds(language.object("hint")));
              known.addAll(language.texts("known"));
            });
    return new Vocabulary(Map.copyOf(hints), Collections.unmodifiableNavigableSet(known));
  }

  private static Map<String, List<String>> kinds(JsonObject hint) {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    hint.fields().forEachRemaining(kind -> kinds.put(kind, hint.texts(kind)));
    return kinds;
  }

  /**
   * Leaves out the unknown words of a prompt, and signs that are neither letter nor digit, but for
   * comma, full stop and hyphen: the pieces of an unknown word would change the picture. A word at
   * the very end that may yet become one that is known is not unknown.
   *
   * @param prompt in normal form, without syntax
   */
  PromptReader.Reading reading(String prompt) {
    if (known.isEmpty()) {
      return new PromptReader.Reading(prompt, List.of());
    }
    StringBuilder kept = new StringBuilder(prompt.length());
    Set<String> unknown = new LinkedHashSet<>();
    int from = 0;
    Matcher word = WORD.matcher(prompt);
    while (word.find()) {
      kept.append(signs(prompt.substring(from, word.start())));
      if (understood(word, prompt)) {
        kept.append(word.group(1));
      } else {
        unknown.add(word.group(1).toLowerCase(Locale.ROOT));
      }
      from = word.end();
    }
    kept.append(signs(prompt.substring(from)));
    return new PromptReader.Reading(tidy(kept.toString()), List.copyOf(unknown));
  }

  private static String signs(String between) {
    return between.isBlank() ? between : SIGN.matcher(between).replaceAll(" ");
  }

  // What is left of "a cat, xyzzy, asleep" is "a cat, asleep".
  private static String tidy(String text) {
    if (!UNTIDY.matcher(text).find()) {
      return text;
    }
    String spaced = SPACES.matcher(text).replaceAll(" ");
    String joined = COMMAS.matcher(LONE_SIGNS.matcher(spaced).replaceAll("")).replaceAll(",");
    return NEEDLESS.matcher(joined).replaceAll("");
  }

  private boolean understood(Matcher word, String prompt) {
    String plain = plain(word.group(1));
    return known.contains(plain) || (word.end() == prompt.length() && begins(plain));
  }

  // Tokenizers of such models read letters without their accents, in lower case.
  private static String plain(String word) {
    String small = word.toLowerCase(Locale.ROOT);
    return Normalizer.isNormalized(small, Normalizer.Form.NFD) && !MARKS.matcher(small).find()
        ? small
        : MARKS.matcher(Normalizer.normalize(small, Normalizer.Form.NFD)).replaceAll("");
  }

  private boolean begins(String half) {
    String next = known.ceiling(half);
    return next != null && next.startsWith(half);
  }
}
