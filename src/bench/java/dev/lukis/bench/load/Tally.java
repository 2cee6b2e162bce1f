package dev.lukis.bench.load;

import dev.lukis.bench.Distribution;
import java.util.Map;
import java.util.TreeMap;

/** Measurements of reconnecting typists. Times in milliseconds. On one event loop only. */
final class Tally {
  /** From a word to the first picture of it, or of a later one. */
  final Distribution words = new Distribution();

  /** From Enter to the settled picture. */
  final Distribution commits = new Distribution();

  final Map<String, Long> closes = new TreeMap<>();
  long committed;
  long lost;
  long images;
  long drops;
  long resumed;
  long refusals;
  long errors;

  void closed(Short code) {
    closes.merge(code == null ? "cut" : code.toString(), 1L, Long::sum);
  }
}
