package dev.lukis.model.tokenizer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokenizer of CLIP: Radford et al., "Learning Transferable Visual Models From Natural Language
 * Supervision" (2021), in the form of Hugging Face's fast tokenizers: composed characters, white
 * space collapsed, lower case, split into words, each encoded by {@link BytePairs}. Thread-safe.
 */
final class ClipTokenizer implements Tokenizer {
  static final String START = "<|startoftext|>";
  static final String END = "<|endoftext|>";

  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern SPECIAL = Pattern.compile("<\\|startoftext\\|>|<\\|endoftext\\|>");

  /** Numbers digit by digit; what is neither letter nor digit nor space goes together. */
  private static final Pattern WORD =
      Pattern.compile(
          "'s|'t|'re|'ve|'m|'ll|'d|\\p{L}+|\\p{N}|[^\\s\\p{L}\\p{N}]+",
          Pattern.UNICODE_CHARACTER_CLASS);

  private final BytePairs pairs;
  private final int start;
  private final int end;
  private final int padding;
  private final int length;

  /**
   * @param padding the id that follows the end
   * @param length every prompt is cut or padded to this many tokens
   */
  ClipTokenizer(BytePairs pairs, int start, int end, int padding, int length) {
    this.pairs = pairs;
    this.start = start;
    this.end = end;
    this.padding = padding;
    this.length = length;
  }

  @Override
  public Tokens encode(String prompt) {
    List<Integer> words = words(prompt);
    int room = length - 2;
    long[] ids = new long[length];
    Arrays.fill(ids, padding);
    ids[0] = start;
    int kept = Math.min(words.size(), room);
    for (int i = 0; i < kept; i++) {
      ids[i + 1] = words.get(i);
    }
    ids[kept + 1] = end;
    return new Tokens(ids, words.size() > room);
  }

  // Special tokens in typed text are recognised too.
  private List<Integer> words(String prompt) {
    List<Integer> ids = new ArrayList<>();
    Matcher special = SPECIAL.matcher(prompt);
    int from = 0;
    while (special.find()) {
      addWords(prompt.substring(from, special.start()), ids);
      ids.add(special.group().equals(START) ? start : end);
      from = special.end();
    }
    addWords(prompt.substring(from), ids);
    return ids;
  }

  private void addWords(String text, List<Integer> ids) {
    Matcher word = WORD.matcher(clean(text));
    while (word.find()) {
      ids.addAll(pairs.encode(ByteAlphabet.of(word.group())));
    }
  }

  private static String clean(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder lower = new StringBuilder();
    // Letter by letter: a sigma at a word's end is a sigma like any other.
    WHITE_SPACE
        .matcher(composed)
        .replaceAll(" ")
        .codePoints()
        .forEach(letter -> lower.append(Character.toString(letter).toLowerCase(Locale.ROOT)));
    return lower.toString();
  }

  @Override
  public void close() {}
}
