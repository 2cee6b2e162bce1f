package dev.lukis.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A part of a prompt and how much it counts, as the web interface of AUTOMATIC1111 reads prompts.
 *
 * <table>
 *   <caption>What is understood</caption>
 *   <tr><td>{@code (cat)}, {@code ((cat))}<td>1.1 times, 1.21 times
 *   <tr><td>{@code (cat:1.3)}<td>1.3 times
 *   <tr><td>{@code [cat]}<td>divided by 1.1
 *   <tr><td>{@code \(}, {@code \)}, {@code \[}, {@code \]}, {@code \\}<td>the character itself
 *   <tr><td>{@code BREAK}<td>what follows begins a new chunk
 * </table>
 *
 * <p>A bracket that is not closed counts to the end. Immutable.
 *
 * @param text not empty, unless it is the only part
 * @param weight 1 where nothing is said
 * @param afterBreak whether a new chunk begins with it
 */
public record WeightedText(String text, double weight, boolean afterBreak) {
  private static final double ROUND = 1.1;
  private static final double SQUARE = 1 / 1.1;

  private static final Pattern PIECE =
      Pattern.compile(
          "\\\\[()\\[\\]\\\\]|\\\\|[(\\[]|:\\s*([+-]?[.\\d]+)\\s*\\)|[)\\]]|[^\\\\()\\[\\]:]+|:");
  private static final Pattern BREAK = Pattern.compile("\\s*\\bBREAK\\b\\s*");

  /** The parts of a prompt, in order; neighbours of one weight are one part. */
  public static List<WeightedText> parse(String prompt) {
    Parser parser = new Parser();
    Matcher piece = PIECE.matcher(prompt);
    while (piece.find()) {
      parser.add(piece.group(), piece.group(1));
    }
    return parser.parts();
  }

  /** The words of a prompt as they are encoded: parts of one weight are read as one text. */
  public static String words(String prompt) {
    return parse(prompt).stream().map(WeightedText::text).collect(Collectors.joining(" "));
  }

  private static final class Parser {
    private final List<String> texts = new ArrayList<>();
    private final List<Double> weights = new ArrayList<>();
    private final List<Boolean> breaks = new ArrayList<>();
    private final Deque<Integer> round = new ArrayDeque<>();
    private final Deque<Integer> square = new ArrayDeque<>();

    void add(String piece, @Nullable String number) {
      if (piece.startsWith("\\")) {
        text(piece.substring(1), false);
      } else if (piece.equals("(")) {
        round.push(texts.size());
      } else if (piece.equals("[")) {
        square.push(texts.size());
      } else if (number != null && !round.isEmpty() && isNumber(number)) {
        weigh(round.pop(), Double.parseDouble(number));
      } else if (piece.equals(")") && !round.isEmpty()) {
        weigh(round.pop(), ROUND);
      } else if (piece.equals("]") && !square.isEmpty()) {
        weigh(square.pop(), SQUARE);
      } else {
        words(piece);
      }
    }

    private static boolean isNumber(String number) {
      return number.matches("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)");
    }

    private void words(String piece) {
      String[] around = BREAK.split(piece, -1);
      for (int i = 0; i < around.length; i++) {
        text(around[i], i > 0);
      }
    }

    private void text(String text, boolean afterBreak) {
      texts.add(text);
      weights.add(1.0);
      breaks.add(afterBreak);
    }

    private void weigh(int from, double by) {
      for (int i = from; i < texts.size(); i++) {
        weights.set(i, weights.get(i) * by);
      }
    }

    List<WeightedText> parts() {
      round.forEach(from -> weigh(from, ROUND));
      square.forEach(from -> weigh(from, SQUARE));
      List<WeightedText> parts = new ArrayList<>();
      for (int i = 0; i < texts.size(); i++) {
        WeightedText part = new WeightedText(texts.get(i), weights.get(i), breaks.get(i));
        int last = parts.size() - 1;
        if (last >= 0 && !part.afterBreak && parts.get(last).weight == part.weight) {
          WeightedText before = parts.get(last);
          parts.set(
              last, new WeightedText(before.text + part.text, part.weight, before.afterBreak));
        } else {
          parts.add(part);
        }
      }
      return parts.isEmpty() ? List.of(new WeightedText("", 1, false)) : List.copyOf(parts);
    }
  }
}
