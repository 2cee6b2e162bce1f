package dev.lukis.bench;

import java.util.Collections;
import java.util.Locale;

/** Prints a Markdown table row by row, so that a long run shows what it has. */
public final class MarkdownTable {
  private final int columns;

  public MarkdownTable(String... titles) {
    this.columns = titles.length;
    print(titles);
    print(Collections.nCopies(columns, "---").toArray(String[]::new));
  }

  /**
   * @throws IllegalArgumentException when there are not as many cells as titles
   */
  public void row(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException("cells: " + cells.length + " (expected: " + columns + ")");
    }
    print(cells);
  }

  private static void print(String... cells) {
    System.out.println("| " + String.join(" | ", cells) + " |");
  }

  /** A number with so many decimals; {@code n/a} for NaN. */
  public static String number(double value, int decimals) {
    return Double.isNaN(value) ? "n/a" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Two numbers of one quantity, such as p50 and p95. */
  public static String pair(double first, double second, int decimals) {
    return number(first, decimals) + " / " + number(second, decimals);
  }
}
