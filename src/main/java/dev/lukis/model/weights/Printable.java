package dev.lukis.model.weights;

/** Names from files as messages show them: in one line, and not too long. Stateless. */
final class Printable {
  private static final int LONGEST = 120;

  private Printable() {}

  static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
