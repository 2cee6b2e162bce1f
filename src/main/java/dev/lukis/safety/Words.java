package dev.lukis.safety;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text into words as a person sees them. Letters that look alike become one letter
 * (Unicode Technical Standard 39, confusables), compatibility forms become plain ones (NFKC), marks
 * and invisible characters are dropped, digits between letters become the letters that they look
 * like, three or more equal letters become one, and spaced letters become one word. Stateless.
 */
final class Words {
  private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
  private static final Normalizer2 PLAIN = Normalizer2.getNFKCCasefoldInstance();
  private static final Normalizer2 TAKEN_APART = Normalizer2.getNFKDInstance();
  private static final String LETTER_DIGITS = "013457@$";
  private static final String DIGIT_LETTERS = "oieastas";
  private static final int FEWEST_SPACED = 3;
  private static final int MOST_SPACED = 12;

  private Words() {}

  /**
   * A word of a text.
   *
   * @param skeleton the form by which words that look alike are equal
   * @param atEnd whether the text ends with this word, which may then be half typed
   */
  record Word(String skeleton, boolean atEnd) {}

  static List<Word> of(String text) {
    String seen = withoutMarks(PLAIN.normalize(text));
    List<Word> words = new ArrayList<>();
    int length = seen.length();
    for (int from = 0; from < length; ) {
      int to = from;
      while (to < length && inWord(seen, to)) {
        to += Character.charCount(seen.codePointAt(to));
      }
      if (to > from) {
        words.add(new Word(skeleton(seen.substring(from, to)), to == length));
      }
      from = to == from ? from + Character.charCount(seen.codePointAt(from)) : to;
    }
    return joined(words);
  }

  private static String withoutMarks(String text) {
    StringBuilder kept = new StringBuilder();
    TAKEN_APART
        .normalize(text)
        .codePoints()
        .filter(each -> !invisible(Character.getType(each)))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean invisible(int type) {
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT;
  }

  private static boolean inWord(String text, int index) {
    int character = text.codePointAt(index);
    return Character.isLetterOrDigit(character) || LETTER_DIGITS.indexOf(character) >= 0;
  }

  private static String skeleton(String word) {
    StringBuilder letters = new StringBuilder();
    boolean anyLetter = word.codePoints().anyMatch(Character::isLetter);
    for (char each : word.toCharArray()) {
      int digit = LETTER_DIGITS.indexOf(each);
      letters.append(anyLetter && digit >= 0 ? DIGIT_LETTERS.charAt(digit) : each);
    }
    String looks = CONFUSABLES.getSkeleton(letters).toLowerCase(Locale.ROOT);
    return looks.replaceAll("(.)\\1{2,}", "$1");
  }

  // "n u d e" is read as one word, and so is "a n.u.d.e"; "a b" is not.
  private static List<Word> joined(List<Word> words) {
    List<Word> result = new ArrayList<>();
    for (int from = 0; from < words.size(); ) {
      int to = from;
      while (to < words.size() && single(words.get(to))) {
        to++;
      }
      if (to - from >= FEWEST_SPACED) {
        spell(words.subList(from, to), result);
        from = to;
      } else {
        result.add(words.get(from++));
      }
    }
    return result;
  }

  // Among single letters, word boundaries are unknown: every possible word is added.
  private static void spell(List<Word> letters, List<Word> result) {
    for (int from = 0; from + FEWEST_SPACED <= letters.size(); from++) {
      StringBuilder spelled = new StringBuilder();
      for (int to = from; to < Math.min(letters.size(), from + MOST_SPACED); to++) {
        spelled.append(letters.get(to).skeleton());
        if (to - from + 1 >= FEWEST_SPACED) {
          result.add(new Word(spelled.toString(), letters.get(to).atEnd()));
        }
      }
    }
  }

  // The skeleton of one letter may be two: that of "m" is "rn".
  private static boolean single(Word word) {
    return word.skeleton().length() == 1 || word.skeleton().equals("rn");
  }
}
