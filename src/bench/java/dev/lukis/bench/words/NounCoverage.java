package dev.lukis.bench.words;

import dev.lukis.model.scene.SceneReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many concrete nouns have a picture, by themselves. Not thread-safe. */
final class NounCoverage {
  private final SceneReader reader;
  private final Map<String, Integer> without = new HashMap<>();
  private final Map<String, String> pictures = new LinkedHashMap<>();

  NounCoverage(SceneReader reader) {
    this.reader = reader;
  }

  /**
   * @param nouns share of nouns with a picture
   * @param some share of prompts with one at least
   * @param all share of prompts of which each noun has one
   */
  record Shares(int prompts, double nouns, double some, double all) {}

  /** Prompts without a concrete noun count as prompts, with none of them shown. */
  Shares of(List<ReferencePrompt> prompts) {
    int nouns = 0;
    int shown = 0;
    int some = 0;
    int all = 0;
    for (ReferencePrompt prompt : prompts) {
      int here = 0;
      for (String noun : prompt.concrete()) {
        here += hasPicture(noun) ? 1 : 0;
      }
      nouns += prompt.concrete().size();
      shown += here;
      some += here > 0 ? 1 : 0;
      all += here > 0 && here == prompt.concrete().size() ? 1 : 0;
    }
    double size = prompts.size();
    return new Shares(prompts.size(), shown / (double) nouns, some / size, all / size);
  }

  private boolean hasPicture(String noun) {
    Shown shown = Shown.of(reader, noun + " ");
    if (shown.nothing()) {
      without.merge(noun, 1, Integer::sum);
      return false;
    }
    pictures.put(noun, shown.toString());
    return true;
  }

  /** Nouns without a picture, the most frequent first. */
  List<String> failures(int most) {
    return without.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .limit(most)
        .map(each -> each.getKey() + " " + each.getValue())
        .toList();
  }

  /** What each noun shows that has a picture, in the order in which they were met. */
  Map<String, String> pictures() {
    return pictures;
  }
}
