package dev.lukis.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one normal form of typed text, for the model, the safety gate and the notices. In order:
 *
 * <ol>
 *   <li>An emoji becomes the English name of its thing, with spaces around it ({@link EmojiNames}).
 *   <li>Characters without a shape are removed: format characters (zero-width space and joiner,
 *       soft hyphen, byte order mark, direction marks), variation selectors, controls, and lone
 *       surrogates.
 *   <li>Compatibility characters are composed (Unicode form NFKC): {@code ｒｅｄ} becomes {@code red}.
 *   <li>White space becomes one space; none is left at the start. One space stays at the end: it
 *       tells that the last word is complete.
 * </ol>
 *
 * <p>Letter case is kept. Applying it twice gives the same as once. Stateless.
 */
public final class TextNormalizer {
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int KEYCAP = 0x20E3;

  private TextNormalizer() {}

  /** The normal form of a text. */
  public static String normalize(String text) {
    if (plainAscii(text)) {
      return text;
    }
    String composed = Normalizer.normalize(shaped(EmojiNames.named(text)), Normalizer.Form.NFKC);
    return WHITE_SPACE.matcher(shaped(composed)).replaceAll(" ").stripLeading();
  }

  // Most prompts are in normal form already, and every edit passes here on the event loop.
  private static boolean plainAscii(String text) {
    boolean spaceBefore = true;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < ' ' || each > '~' || (spaceBefore && each == ' ')) {
        return false;
      }
      spaceBefore = each == ' ';
    }
    return true;
  }

  private static String shaped(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            each -> {
              if (Character.isWhitespace(each) || UCharacter.isUWhiteSpace(each)) {
                kept.append(' ');
              } else if (!shapeless(each)) {
                kept.appendCodePoint(each);
              }
            });
    return kept.toString();
  }

  private static boolean shapeless(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.SURROGATE
        || codePoint == KEYCAP
        || UCharacter.hasBinaryProperty(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
  }
}
