package dev.lukis.model.tokenizer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A visible letter for each byte, so that any text is a text of letters: the alphabet of Radford et
 * al., "Language Models are Unsupervised Multitask Learners" (2019). Printable characters of
 * Latin-1 stand for themselves; the others are numbered from U+0100 on. Stateless.
 */
final class ByteAlphabet {
  private static final char[] LETTERS = letters();

  private ByteAlphabet() {}

  private static char[] letters() {
    char[] letters = new char[256];
    int next = 256;
    for (int i = 0; i < letters.length; i++) {
      letters[i] = (char) (visible(i) ? i : next++);
    }
    return letters;
  }

  private static boolean visible(int value) {
    return (value >= '!' && value <= '~')
        || (value >= 0xA1 && value <= 0xAC)
        || (value >= 0xAE && value <= 0xFF);
  }

  /** All letters in the order of CLIP's vocabulary: first those that stand for themselves. */
  static List<String> inOrder() {
    return IntStream.concat(
            IntStream.range(0, LETTERS.length).filter(ByteAlphabet::visible),
            IntStream.range(0, LETTERS.length).filter(value -> !visible(value)))
        .mapToObj(value -> String.valueOf(LETTERS[value]))
        .toList();
  }

  /** The UTF-8 bytes of a text, a letter for each. */
  static String of(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder letters = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      letters.append(LETTERS[Byte.toUnsignedInt(each)]);
    }
    return letters.toString();
  }
}
