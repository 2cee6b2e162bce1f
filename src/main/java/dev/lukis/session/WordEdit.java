package dev.lukis.session;

/** What an edit did to the words of a text. Stateless. */
final class WordEdit {
  private WordEdit() {}

  /**
   * Whether the edit put an end to a word (a space or punctuation after it, or several characters
   * at once that hold such an end) or took a whole word away.
   */
  static boolean endsOrDeletesWord(String before, String after) {
    int start = commonPrefix(before, after);
    int tail = commonSuffix(before, after, start);
    return endsWord(after, start, after.length() - tail)
        || deletesWord(before, start, before.length() - tail);
  }

  private static boolean endsWord(String text, int from, int to) {
    for (int i = Math.max(from, 1); i < to; i++) {
      if (inWord(text, i - 1) && !inWord(text, i)) {
        return true;
      }
    }
    return false;
  }

  // A whole word: nothing of it is left on either side.
  private static boolean deletesWord(String text, int from, int to) {
    boolean hasLetters = text.substring(from, to).codePoints().anyMatch(Character::isLetterOrDigit);
    boolean cutsLeft = inWord(text, from - 1) && inWord(text, from);
    boolean cutsRight = inWord(text, to - 1) && inWord(text, to);
    return hasLetters && !cutsLeft && !cutsRight;
  }

  private static boolean inWord(String text, int index) {
    return index >= 0 && index < text.length() && !isBoundary(text.charAt(index));
  }

  private static boolean isBoundary(char character) {
    return Character.isWhitespace(character) || ",.;:!?".indexOf(character) >= 0;
  }

  private static int commonPrefix(String a, String b) {
    int length = Math.min(a.length(), b.length());
    int i = 0;
    while (i < length && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    return i;
  }

  private static int commonSuffix(String a, String b, int prefix) {
    int length = Math.min(a.length(), b.length()) - prefix;
    int i = 0;
    while (i < length && a.charAt(a.length() - 1 - i) == b.charAt(b.length() - 1 - i)) {
      i++;
    }
    return i;
  }
}
