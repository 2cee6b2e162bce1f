package dev.lukis.session.typing;

/**
 * The part of a text that an edit changed: {@code before} and {@code after} are equal outside of
 * it.
 *
 * @param start where it begins, in both texts
 * @param endBefore where it ends in the text before
 * @param endAfter where it ends in the text after
 */
record TextDiff(int start, int endBefore, int endAfter) {
  static TextDiff of(String before, String after) {
    int start = commonPrefix(before, after);
    int tail = commonSuffix(before, after, start);
    return new TextDiff(start, before.length() - tail, after.length() - tail);
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
