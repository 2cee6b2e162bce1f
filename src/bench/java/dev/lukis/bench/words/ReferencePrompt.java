package dev.lukis.bench.words;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A prompt of a public set, with its nouns.
 *
 * @param set such as {@code parti}
 * @param concrete nouns of things that can be seen
 */
record ReferencePrompt(String set, String category, String text, List<String> concrete) {
  private static final int FIELDS = 6;
  private static final Set<String> NOT_TYPED = Set.of("Misspellings", "Rare Words");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\u201C[^\u201D]*\u201D");
  private static final Pattern OTHER = Pattern.compile("[^a-z]+");

  /**
   * @param file with tabs: set, category, challenge, prompt, all nouns, concrete nouns, each of
   *     these with a colon and a letter behind it; the first line has the titles
   */
  static List<ReferencePrompt> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(row -> row.length == FIELDS)
        .map(row -> new ReferencePrompt(row[0], row[1], row[3], nouns(row[5])))
        .toList();
  }

  private static List<String> nouns(String cell) {
    return Arrays.stream(cell.split(", "))
        .filter(each -> each.indexOf(':') > 0)
        .map(each -> each.substring(0, each.lastIndexOf(':')))
        .toList();
  }

  /** The words that are typed, without quotations. */
  List<String> words() {
    if (NOT_TYPED.contains(category)) {
      return List.of();
    }
    String plain = QUOTED.matcher(text).replaceAll(" ").toLowerCase(java.util.Locale.ROOT);
    return Arrays.stream(OTHER.split(plain)).filter(word -> word.length() > 1).toList();
  }
}
