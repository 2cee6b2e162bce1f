package dev.lukis.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Replaces each emoji by the English name of its thing: first by the table {@code text/emoji.txt},
 * whose words the embedded model knows, then by the character's Unicode name. Flags and skin tones
 * are removed. Stateless.
 */
final class EmojiNames {
  private static final String TABLE = "text/emoji.txt";

  /** Says how a character is shown, never what it means. */
  private static final String VARIATION_SELECTORS = "[\uFE0E\uFE0F]";

  private static final Map<String, String> NAMES = read();
  private static final Pattern LISTED =
      Pattern.compile(
          NAMES.keySet().stream()
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|")));

  private EmojiNames() {}

  private static Map<String, String> read() {
    try (InputStream in = EmojiNames.class.getClassLoader().getResourceAsStream(TABLE)) {
      String table =
          new String(Objects.requireNonNull(in, TABLE).readAllBytes(), StandardCharsets.UTF_8);
      Map<String, String> names = new LinkedHashMap<>();
      table
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .forEach(each -> names.put(each[0].replaceAll(VARIATION_SELECTORS, ""), each[1]));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(TABLE + ": cannot be read", e);
    }
  }

  /** The text with a name, between spaces, in place of each emoji. */
  static String named(String text) {
    if (text.chars().allMatch(each -> each < 0x80)) {
      return text;
    }
    Matcher listed = LISTED.matcher(text.replaceAll(VARIATION_SELECTORS, ""));
    String replaced =
        listed.replaceAll(each -> Matcher.quoteReplacement(" " + NAMES.get(each.group()) + " "));
    StringBuilder named = new StringBuilder(replaced.length());
    replaced.codePoints().forEach(each -> append(named, each));
    return named.toString();
  }

  private static void append(StringBuilder to, int codePoint) {
    if (has(codePoint, UProperty.EMOJI_MODIFIER) || has(codePoint, UProperty.REGIONAL_INDICATOR)) {
      to.append(' ');
    } else if (pictographic(codePoint)) {
      to.append(' ').append(unicodeName(codePoint)).append(' ');
    } else {
      to.appendCodePoint(codePoint);
    }
  }

  // Signs such as (c) and TM are pictographic by definition, but are read as text.
  private static boolean pictographic(int codePoint) {
    return codePoint > 0x2190
        && has(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
        && UCharacter.getName(codePoint) != null;
  }

  private static boolean has(int codePoint, int property) {
    return UCharacter.hasBinaryProperty(codePoint, property);
  }

  private static String unicodeName(int codePoint) {
    String name = UCharacter.getName(codePoint).toLowerCase(Locale.ROOT);
    return name.replaceAll(" (face|symbol|sign)$", "").replaceAll("^(black|white|heavy) ", "");
  }
}
