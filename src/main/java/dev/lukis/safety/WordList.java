package dev.lukis.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The word list of one language. Each line of its file is a blocked word or phrase; a line that
 * starts with {@code !} is a phrase in which a blocked word is allowed; {@code #} starts a comment.
 * A trailing {@code *} matches any ending.
 *
 * @param blocked words and phrases
 * @param allowed phrases
 */
record WordList(Set<Phrase> blocked, Set<Phrase> allowed) {

  /** Merges several lists. */
  static WordList of(List<WordList> lists) {
    Set<Phrase> blocked = new TreeSet<>();
    Set<Phrase> allowed = new TreeSet<>();
    lists.forEach(
        list -> {
          blocked.addAll(list.blocked);
          allowed.addAll(list.allowed);
        });
    return new WordList(blocked, allowed);
  }

  /**
   * @param name of the list, for error messages
   * @throws IllegalArgumentException when a line holds no letters
   */
  static WordList read(String name, Reader source) throws IOException {
    Set<Phrase> blocked = new TreeSet<>();
    Set<Phrase> allowed = new TreeSet<>();
    BufferedReader lines = new BufferedReader(source);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      String entry = line.replaceAll("#.*", "").strip();
      if (entry.startsWith("!")) {
        allowed.add(phrase(name, entry.substring(1)));
      } else if (!entry.isEmpty()) {
        blocked.add(phrase(name, entry));
      }
    }
    return new WordList(blocked, allowed);
  }

  private static Phrase phrase(String name, String entry) {
    List<String> words = new ArrayList<>();
    for (String word : entry.strip().split("\\s+")) {
      boolean anyEnding = word.endsWith("*");
      List<Words.Word> read = Words.of(word.toLowerCase(Locale.ROOT));
      if (read.isEmpty()) {
        throw new IllegalArgumentException(name + ": " + entry + " (expected: words)");
      }
      read.forEach(part -> words.add(part.skeleton() + (anyEnding ? "*" : "")));
    }
    return new Phrase(words);
  }
}
