package dev.lukis.bench.words;

import dev.lukis.model.scene.SceneReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Types words letter by letter, and counts what is shown before the word is complete. */
final class HalfWordReadings {
  private final SceneReader reader;
  private final Map<String, Double> wrongest = new HashMap<>();

  // Mutable state
  private double halves;
  private double wrong;
  private double shorter;
  private double early;
  private double finished;
  private double misread;

  HalfWordReadings(SceneReader reader) {
    this.reader = reader;
  }

  /**
   * @param weight how often the word is typed
   */
  void type(String word, double weight) {
    Shown meant = Shown.of(reader, word + " ");
    for (int letters = 2; letters < word.length(); letters++) {
      halves += weight;
      half(word, word.substring(0, letters), meant, weight);
    }
    finished += weight;
    Shown whole = Shown.of(reader, word);
    if (!whole.nothing() && !whole.equals(meant)) {
      misread += weight;
      wrongest.merge(word + " finished: " + whole, weight, Double::sum);
    }
  }

  private void half(String word, String half, Shown meant, double weight) {
    Shown shown = Shown.of(reader, half);
    if (shown.nothing()) {
      return;
    }
    if (shown.equals(meant)) {
      early += weight;
    } else if (shown.equals(Shown.of(reader, half + " "))) {
      shorter += weight;
    } else {
      wrong += weight;
      wrongest.merge(
          half + "|" + word.substring(half.length()) + ": " + shown, weight, Double::sum);
    }
  }

  /** Of half words: with a wrong picture, with that of a shorter word, with the right one. */
  double wrong() {
    return wrong / halves;
  }

  double shorter() {
    return shorter / halves;
  }

  double early() {
    return early / halves;
  }

  /** Of finished words, with no space behind them: those that show something else. */
  double misread() {
    return misread / finished;
  }

  List<String> failures(int most) {
    return wrongest.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }
}
