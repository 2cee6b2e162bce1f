package dev.lukis.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What returning typists have experienced. On one event loop only. */
final class Tally {
  long committed;
  long lost;
  long images;
  long drops;
  long resumed;
  long refusals;
  long queued;
  long errors;
  final List<Long> waits = new ArrayList<>();
  final Map<String, Long> closes = new TreeMap<>();

  void answered(long millis) {
    waits.add(millis);
  }

  void closed(Short code) {
    closes.merge(code == null ? "cut" : code.toString(), 1L, Long::sum);
  }

  long waited(double part) {
    if (waits.isEmpty()) {
      return -1;
    }
    List<Long> sorted = new ArrayList<>(waits);
    Collections.sort(sorted);
    return sorted.get((int) Math.min(sorted.size() - 1, (long) (part * sorted.size())));
  }
}
