package dev.lukis.session.typing;

/** What an edit did to the words of a text. Stateless. */
final class WordEdit {
  private WordEdit() {}

  /**
   * Whether the edit ended a word (a space or punctuation after it, alone or within several new
   * characters) or deleted a whole word.
   */
  static boolean endsOrDeletesWord(String before, String after) {
    TextDiff diff = TextDiff.of(before, after);
    return endsWord(after, diff.start(), diff.endAfter())
        || deletesWord(before, diff.start(), diff.endBefore());
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
}
