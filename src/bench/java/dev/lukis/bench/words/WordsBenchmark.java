package dev.lukis.bench.words;

import static dev.lukis.bench.MarkdownTable.number;

import dev.lukis.bench.MarkdownTable;
import dev.lukis.bench.Options;
import dev.lukis.model.scene.SceneReader;
import dev.lukis.model.words.WordSceneReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints how well prompts are read. Options: {@code prompts}, the file of {@link
 * ReferencePrompt#read}; {@code seed} and {@code sample} of the nouns that a person judges; {@code
 * failures}, the most that are listed.
 */
public final class WordsBenchmark {
  private static final double[] THRESHOLDS = {0.5, 0.8, 0.95};
  private static final String LISTS = "models/lukis-mini/words/real-words.tsv";

  private final SceneReader reader;
  private final List<ReferencePrompt> prompts;
  private final int failures = Options.integer("failures", 40);

  private WordsBenchmark(SceneReader reader, List<ReferencePrompt> prompts) {
    this.reader = reader;
    this.prompts = prompts;
  }

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    SceneReader reader = WordSceneReader.load();
    double loaded = (System.nanoTime() - start) / 1e6;
    Path file = Path.of(Options.text("prompts", "prompts_nouns.tsv"));
    WordsBenchmark benchmark = new WordsBenchmark(reader, ReferencePrompt.read(file));
    NounCoverage coverage = benchmark.coverage();
    benchmark.halfWords();
    benchmark.times(loaded);
    benchmark.sample(coverage);
  }

  private NounCoverage coverage() {
    NounCoverage coverage = new NounCoverage(reader);
    MarkdownTable table =
        new MarkdownTable("Set", "Prompts", "Nouns with a picture, %", "Prompts: one, %", "all, %");
    Map<String, List<ReferencePrompt>> sets =
        prompts.stream()
            .collect(
                Collectors.groupingBy(ReferencePrompt::set, TreeMap::new, Collectors.toList()));
    sets.forEach(
        (set, members) -> {
          NounCoverage.Shares shares = coverage.of(members);
          table.row(
              set,
              Integer.toString(shares.prompts()),
              percent(shares.nouns(), 1),
              percent(shares.some(), 1),
              percent(shares.all(), 1));
        });
    System.out.println("\nWithout: " + String.join(", ", coverage.failures(failures)) + "\n");
    return coverage;
  }

  private void halfWords() throws IOException {
    MarkdownTable table =
        new MarkdownTable(
            "Words",
            "Threshold",
            "Half: wrong, %",
            "shorter word's, %",
            "right early, %",
            "Finished: misread, %");
    for (double threshold : THRESHOLDS) {
      SceneReader other = WordSceneReader.load(threshold);
      HalfWordReadings typed = new HalfWordReadings(other);
      prompts.forEach(prompt -> prompt.words().forEach(word -> typed.type(word, 1)));
      row(table, "of the prompts", threshold, typed);
      for (int language = 0; language < 2; language++) {
        HalfWordReadings listed = new HalfWordReadings(other);
        listed(language, listed);
        row(table, language == 0 ? "English list" : "Indonesian list", threshold, listed);
        if (threshold == 0.8) {
          System.out.println("  wrong: " + String.join("; ", listed.failures(failures / 2)));
        }
      }
      if (threshold == 0.8) {
        System.out.println("  wrong: " + String.join("; ", typed.failures(failures)));
      }
    }
  }

  private static void row(
      MarkdownTable table, String words, double threshold, HalfWordReadings readings) {
    table.row(
        words,
        number(threshold, 2),
        percent(readings.wrong(), 2),
        percent(readings.shorter(), 2),
        percent(readings.early(), 1),
        percent(readings.misread(), 2));
  }

  /** Types the words of a list as often as its ranks say. */
  private static void listed(int language, HalfWordReadings readings) throws IOException {
    try (InputStream in = WordsBenchmark.class.getClassLoader().getResourceAsStream(LISTS);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in, LISTS), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .filter(row -> !row[1 + language].isEmpty())
          .forEach(row -> readings.type(row[0], 1e6 / (Integer.parseInt(row[1 + language]) + 5)));
    }
  }

  private void times(double loaded) {
    List<Double> micros = new ArrayList<>();
    for (int round = 0; round < 4; round++) {
      micros.clear();
      for (ReferencePrompt prompt : prompts) {
        long start = System.nanoTime();
        reader.read(prompt.text());
        micros.add((System.nanoTime() - start) / 1e3);
      }
    }
    Collections.sort(micros);
    System.out.println(
        "\nLoading "
            + number(loaded, 0)
            + " ms; reading a prompt, p50 / p95 "
            + MarkdownTable.pair(at(micros, 0.5), at(micros, 0.95), 0)
            + " microseconds");
  }

  private static double at(List<Double> sorted, double share) {
    return sorted.get((int) (share * (sorted.size() - 1)));
  }

  private static void sample(NounCoverage coverage, Random random) {
    List<String> nouns = new ArrayList<>(coverage.pictures().keySet());
    Collections.sort(nouns);
    Collections.shuffle(nouns, random);
    nouns.stream()
        .limit(Options.integer("sample", 100))
        .forEach(noun -> System.out.println(noun + " -> " + coverage.pictures().get(noun)));
  }

  private void sample(NounCoverage coverage) {
    System.out.println("\nNouns and what they show, for a person to judge:");
    sample(coverage, new Random(Options.integer("seed", 1)));
  }

  private static String percent(double share, int decimals) {
    return number(100 * share, decimals);
  }
}
