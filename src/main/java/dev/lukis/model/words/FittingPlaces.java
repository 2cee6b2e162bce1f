package dev.lukis.model.words;

import dev.lukis.model.scene.Scene;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The place for a prompt of which nothing can be shown, by what its words are about. The same words
 * always get the same place. Immutable.
 */
final class FittingPlaces {
  private static final String NEUTRAL = "neutral";

  private final Map<String, List<Scene.Place>> places = new HashMap<>();
  private final RealWords real;

  private FittingPlaces(RealWords real) {
    this.real = real;
  }

  static FittingPlaces load(RealWords real) {
    FittingPlaces fitting = new FittingPlaces(real);
    for (String[] row : TableFile.rows("fitting-places.tsv", 2)) {
      fitting.places.put(
          row[0], Arrays.stream(row[1].split(",")).map(Scene.Place::valueOf).toList());
    }
    return fitting;
  }

  /**
   * @param words of the prompt that are not shown, at least one
   */
  Scene.Place of(List<String> words) {
    String home =
        words.stream().map(real::home).filter(each -> !each.isEmpty()).findFirst().orElse(NEUTRAL);
    List<Scene.Place> fitting = Objects.requireNonNull(places.get(home), home);
    return fitting.get(Math.floorMod(words.hashCode(), fitting.size()));
  }
}
