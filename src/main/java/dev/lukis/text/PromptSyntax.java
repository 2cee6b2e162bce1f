package dev.lukis.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the prompt syntax of other programs out of a prompt and keeps the words that are to be
 * painted. Nothing of it is applied: a weight changes nothing.
 *
 * <table>
 *   <caption>What is understood</caption>
 *   <tr><td>{@code (cat:1.3)}, {@code ((cat))}, {@code (cat)1.3}, {@code cat++}<td>cat
 *   <tr><td>{@code [cat]}, <code>{cat}</code>, {@code \(cat\)}<td>cat
 *   <tr><td>{@code [cat:dog:0.5]}, {@code [cat|dog]}, <code>{cat|dog}</code><td>dog; cat; cat
 *   <tr><td>{@code cat::2}, {@code cat:1.3}<td>cat
 *   <tr><td>{@code BREAK}, {@code AND} beside words in lower case<td>nothing; and
 *   <tr><td>{@code <lora:name:0.8>}, {@code --ar 3:2}, {@code __colour__}<td>nothing
 * </table>
 *
 * <p>Ordinary brackets lose only the brackets and are not reported; times, ratios and hyphens stay.
 * Syntax that is still being typed, such as {@code (cat:1.}, is taken out too. Stateless.
 */
public final class PromptSyntax {
  private static final Pattern TAG = Pattern.compile("<\\s*[A-Za-z_]+\\s*:[^<>]*(>|$)");
  private static final Pattern WILDCARD = Pattern.compile("__[\\w/*-]+__");

  /** Flags in the manner of a command line; those that are followed by words, then the others. */
  private static final Pattern FLAG =
      Pattern.compile(
          "(?<=^|\\s)--(?:no(?:\\s+(?!--)\\S+)*"
              + "|(?:style|stop|sref|cref|profile|p|quality|q|iw|seed)(?:\\s+(?!--)\\S+)?"
              + "|[A-Za-z][A-Za-z0-9-]*(?:\\s+[0-9][0-9.:/x]*(?=\\s|$|,))?"
              + "|$)");

  private static final Pattern OPERATOR = Pattern.compile("\\b(BREAK|AND)\\b");
  private static final Pattern MULTI_PROMPT = Pattern.compile("::-?[0-9]*\\.?[0-9]*");
  private static final Pattern EMPHASIS =
      Pattern.compile("(?<=\\p{L}\\p{L}|[)])(\\+{2,}|-{2,})(?=[\\s,)]|$)");

  /** A weight behind a word: with a fraction anywhere, without one before a bracket or the end. */
  private static final Pattern WEIGHT =
      Pattern.compile("(?<=[\\p{L}\\p{M}\"'])\\s?:-?(?:[0-9]*\\.[0-9]*(?![0-9])|[0-9]*$)");

  private static final Pattern WEIGHT_AFTER = Pattern.compile("(?<=\\))[0-9]*\\.[0-9]+");
  private static final Pattern INNERMOST =
      Pattern.compile("\\(([^()\\[\\]{}]*)\\)|\\[([^()\\[\\]{}]*)\\]|\\{([^()\\[\\]{}]*)\\}");
  private static final Pattern DOUBLED = Pattern.compile("\\(\\([^()]*\\)\\)");
  private static final Pattern NUMBER = Pattern.compile("\\s*-?[0-9]*\\.?[0-9]*\\s*");
  private static final Pattern BRACKETS = Pattern.compile("[()\\[\\]{}]");

  /** Without one of these, a prompt has none of the syntax above. */
  private static final String SIGNS = "<:()[]{}";

  private static final List<String> SEQUENCES = List.of("--", "++", "__", "AND", "BREAK");

  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final Pattern GAP_BEFORE_COMMA = Pattern.compile("\\s+(?=,)");

  // Mutable state
  private final Set<String> removed = new LinkedHashSet<>();
  private String text;

  private PromptSyntax(String text) {
    this.text = text;
  }

  /**
   * @param prompt in the form of {@link TextNormalizer}
   */
  public static PlainPrompt strip(String prompt) {
    if (!mayHaveSyntax(prompt)) {
      return new PlainPrompt(prompt, List.of());
    }
    PromptSyntax syntax = new PromptSyntax(prompt);
    syntax.strip();
    return new PlainPrompt(syntax.text, syntax.removed.stream().toList());
  }

  private static boolean mayHaveSyntax(String prompt) {
    for (int i = 0; i < prompt.length(); i++) {
      if (SIGNS.indexOf(prompt.charAt(i)) >= 0) {
        return true;
      }
    }
    return SEQUENCES.stream().anyMatch(prompt::contains);
  }

  private void strip() {
    String typed = text;
    text = text.replaceAll("\\\\(?=[()\\[\\]{}])", "");
    take(TAG, " ");
    take(WILDCARD, " ");
    take(FLAG, " ");
    // Where everything is in capitals, AND is a word like the others.
    if (text.codePoints().anyMatch(Character::isLowerCase)) {
      takeOperators();
    }
    take(WEIGHT_AFTER, "");
    report(DOUBLED);
    brackets();
    take(MULTI_PROMPT, " ");
    take(WEIGHT, "");
    take(EMPHASIS, "");
    text = BRACKETS.matcher(text).replaceAll(" ");
    if (!text.equals(typed)) {
      text = tidy(text);
    }
  }

  private void take(Pattern pattern, String by) {
    report(pattern);
    text = pattern.matcher(text).replaceAll(by);
  }

  private void report(Pattern pattern) {
    pattern.matcher(text).results().map(MatchResult::group).forEach(this::report);
  }

  private void report(String syntax) {
    String shown = syntax.strip();
    if (!shown.isEmpty()) {
      removed.add(shown);
    }
  }

  private void takeOperators() {
    report(OPERATOR);
    text = text.replaceAll("\\bBREAK\\b", " ").replaceAll("\\bAND\\b", "and");
  }

  // From the inside out; each round takes at least one pair of brackets.
  private void brackets() {
    for (Matcher pair = INNERMOST.matcher(text); pair.find(); pair = INNERMOST.matcher(text)) {
      text =
          text.substring(0, pair.start()) + " " + content(pair) + " " + text.substring(pair.end());
    }
  }

  private String content(Matcher pair) {
    if (pair.group(1) != null) {
      return weighted(pair.group(1));
    }
    report(pair.group());
    String content = pair.group(2) != null ? pair.group(2) : pair.group(3);
    if (content.contains("|")) {
      String first = content.substring(0, content.indexOf('|'));
      return first.substring(first.lastIndexOf('$') + 1);
    }
    return pair.group(2) == null ? content : lastWords(content);
  }

  private String weighted(String content) {
    int colon = content.lastIndexOf(':');
    if (colon < 1
        || !NUMBER.matcher(content.substring(colon + 1)).matches()
        || Character.isDigit(content.charAt(colon - 1))) {
      return content;
    }
    report("(" + content + ")");
    return content.substring(0, colon);
  }

  // [from:to:when] ends with the second words; [to:when] and [from::when] have only one.
  private static String lastWords(String content) {
    String[] parts = content.split(":", -1);
    String last = "";
    for (String part : parts) {
      if (parts.length == 1 || !NUMBER.matcher(part).matches()) {
        last = part;
      }
    }
    return last;
  }

  private static String tidy(String text) {
    String spaced = GAP_BEFORE_COMMA.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("");
    return spaced.replaceAll(",{2,}", ",").replaceAll("^[\\s,]+", "");
  }
}
