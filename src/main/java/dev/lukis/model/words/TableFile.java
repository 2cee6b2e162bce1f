package dev.lukis.model.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Rows of fields that are separated by tabs; a line that starts with # is a comment. */
final class TableFile {
  static final String FOLDER = "models/lukis-mini/words/";

  private TableFile() {}

  /**
   * @param width fields in each row
   * @throws IllegalStateException if the file is missing or has a row of another width
   */
  static List<String[]> rows(String name, int width) {
    String path = FOLDER + name;
    String text = text(path);
    List<String[]> rows = new ArrayList<>();
    for (int from = 0, to; from < text.length(); from = to + 1) {
      to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      if (to > from && text.charAt(from) != '#') {
        rows.add(fields(text, from, to, width, path));
      }
    }
    return rows;
  }

  private static String text(String path) {
    try (InputStream in = TableFile.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + ": missing (expected: a table of words)");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path + ": cannot be read", e);
    }
  }

  private static String[] fields(String text, int from, int to, int width, String path) {
    String[] fields = new String[width];
    int start = from;
    for (int k = 0; k < width - 1; k++) {
      int tab = text.indexOf('\t', start);
      if (tab < 0 || tab > to) {
        throw new IllegalStateException(
            path + ": " + text.substring(from, to) + " (expected: " + width + " fields)");
      }
      fields[k] = text.substring(start, tab);
      start = tab + 1;
    }
    fields[width - 1] = text.substring(start, to);
    return fields;
  }
}
