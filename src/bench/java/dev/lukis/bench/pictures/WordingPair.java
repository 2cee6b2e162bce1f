package dev.lukis.bench.pictures;

import dev.lukis.bench.TypingTrace;
import java.util.ArrayList;
import java.util.List;

/** Two wordings of one prompt, the newer typed a word after the older, or corrected from it. */
record WordingPair(String older, String newer) {
  /** The first so many of the typing traces: what was there whenever a word ended. */
  static List<WordingPair> ofTraces(int count) {
    List<WordingPair> pairs = new ArrayList<>();
    for (TypingTrace trace : TypingTrace.all()) {
      String older = "";
      for (TypingTrace.Edit edit : trace.edits()) {
        String newer = edit.text().strip();
        if (edit.text().endsWith(" ") && !newer.isEmpty() && !newer.equals(older)) {
          if (!older.isEmpty()) {
            pairs.add(new WordingPair(older, newer));
          }
          older = newer;
        }
      }
    }
    return pairs.subList(0, Math.min(count, pairs.size()));
  }
}
