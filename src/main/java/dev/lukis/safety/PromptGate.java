package dev.lukis.safety;

import dev.lukis.safety.Safety.Verdict;
import dev.lukis.text.WeightedText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds blocked words and phrases in texts, in the form in which {@link Words} reads them. A
 * blocked word passes inside an allowed phrase. Immutable.
 */
public final class PromptGate {
  private final WordList list;
  private final PhraseIndex blocked;

  private PromptGate(WordList list) {
    this.list = list;
    this.blocked = new PhraseIndex(list.blocked());
  }

  /**
   * Reads every {@code *.txt} of a directory; each file has the words of one language.
   *
   * @throws IllegalArgumentException if there is no such file or one cannot be read
   */
  public static PromptGate read(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      List<WordList> lists = new ArrayList<>();
      for (Path file : files.filter(each -> each.toString().endsWith(".txt")).sorted().toList()) {
        try (Reader source = Files.newBufferedReader(file)) {
          lists.add(WordList.read(file.toString(), source));
        }
      }
      if (lists.isEmpty()) {
        throw new IllegalArgumentException(directory + ": empty (expected: word lists, *.txt)");
      }
      return new PromptGate(WordList.of(lists));
    } catch (IOException | UncheckedIOException e) {
      throw new IllegalArgumentException(directory + ": unreadable (expected: word lists)", e);
    }
  }

  /**
   * Reads word lists from readers.
   *
   * @param name of the lists, for error messages
   */
  public static PromptGate of(String name, Reader... sources) throws IOException {
    List<WordList> lists = new ArrayList<>();
    for (Reader source : sources) {
      lists.add(WordList.read(name, source));
    }
    return new PromptGate(WordList.of(lists));
  }

  /**
   * Judges a text, which may be half typed. Brackets and backslashes can stand within a word and be
   * no part of what a model reads, so the text is judged as it stands and as it is read.
   */
  public Verdict judge(String text) {
    Verdict typed = judgeAsItStands(text);
    String read = WeightedText.words(text);
    if (read.equals(text)) {
      return typed;
    }
    Verdict understood = judgeAsItStands(read);
    return typed.compareTo(understood) >= 0 ? typed : understood;
  }

  private Verdict judgeAsItStands(String text) {
    List<Words.Word> words = Words.of(text);
    Verdict verdict = Verdict.CLEAN;
    for (int at = 0; at < words.size(); at++) {
      for (Phrase phrase : blocked.at(words, at)) {
        int count = phrase.words().size();
        if (allowed(words, at, count)) {
          continue;
        }
        if (!words.get(at + count - 1).atEnd()) {
          return Verdict.BLOCKED;
        }
        verdict = Verdict.UNFINISHED;
      }
    }
    return verdict;
  }

  private boolean allowed(List<Words.Word> words, int from, int count) {
    return list.allowed().stream().anyMatch(phrase -> phrase.covers(words, from, count));
  }
}
