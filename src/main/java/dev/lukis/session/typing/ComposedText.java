package dev.lukis.session.typing;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/**
 * Tells whether text that an input method composes may be half a syllable. Keyboards of phones
 * compose every word of Latin, Cyrillic or Greek text as well: such text means what it says. Input
 * methods for Chinese and Japanese compose Latin letters ("ni hao") too; at the beginning of a text
 * these cannot be told from Latin words, and are painted as such. Stateless.
 */
final class ComposedText {
  private static final Set<UnicodeScript> SYLLABIC =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private ComposedText() {}

  /**
   * Whether the changed part of a text, or the word that it continues or follows, is of a script
   * whose syllables or words are put together from several keys.
   */
  static boolean mayBeUnfinished(String before, String after) {
    TextDiff diff = TextDiff.of(before, after);
    boolean changed =
        after
            .substring(diff.start(), diff.endAfter())
            .codePoints()
            .anyMatch(ComposedText::syllabic);
    return changed || follows(after, diff.start());
  }

  // The rest of the word on the left decides, or the last character of the word before.
  private static boolean follows(String text, int end) {
    String left = text.substring(0, end);
    int word = lastWord(left);
    boolean within = left.substring(word).codePoints().anyMatch(ComposedText::syllabic);
    String before = left.substring(0, word).stripTrailing();
    return within || (!before.isEmpty() && syllabic(before.codePointBefore(before.length())));
  }

  private static int lastWord(String text) {
    int start = text.length();
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean syllabic(int codePoint) {
    return SYLLABIC.contains(UnicodeScript.of(codePoint));
  }
}
