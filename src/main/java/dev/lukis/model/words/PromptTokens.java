package dev.lukis.model.words;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a prompt into words. Single use. */
final class PromptTokens {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final String BREAKS = ",.;:!?()[]\"\n";

  private final String text;
  private final List<PromptToken> tokens = new ArrayList<>();
  private int at;
  private boolean breaks = true;
  private boolean hyphen;

  private PromptTokens(String text) {
    this.text = text;
  }

  /**
   * @param prompt in normal form
   */
  static List<PromptToken> of(String prompt) {
    PromptTokens tokens = new PromptTokens(prompt.toLowerCase(Locale.ROOT).replace('\u2019', '\''));
    tokens.split();
    return tokens.tokens;
  }

  private void split() {
    while (at < text.length()) {
      char each = text.charAt(at);
      if (letter(at)) {
        word();
      } else if (possessive()) {
        owner();
      } else {
        sign(each);
        at++;
      }
    }
  }

  private boolean letter(int index) {
    if (index >= text.length()) {
      return false;
    }
    int codePoint = text.codePointAt(index);
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK
        || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
  }

  private void word() {
    int start = at;
    while (letter(at)) {
      at += Character.charCount(text.codePointAt(at));
    }
    String typed = text.substring(start, at);
    boolean half = at == text.length();
    tokens.add(new PromptToken(plain(typed), typed, hyphen, breaks, half, false));
    breaks = false;
    hyphen = false;
  }

  private boolean possessive() {
    return text.startsWith("'s", at) && at > 0 && letter(at - 1) && !letter(at + 2);
  }

  private void owner() {
    at += 2;
    PromptToken last = tokens.remove(tokens.size() - 1);
    tokens.add(
        new PromptToken(
            last.text(), last.typed(), last.hyphened(), last.starts(), last.half(), true));
  }

  private void sign(char sign) {
    breaks |= BREAKS.indexOf(sign) >= 0;
    hyphen = sign == '-' && at > 0 && letter(at - 1);
    if (sign == '&' || sign == '+') {
      tokens.add(new PromptToken("and", "and", false, false, false, false));
    }
  }

  private static String plain(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) >= 0x80) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
      }
    }
    return word;
  }
}
