package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.scene.Thing;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The tables agree with each other: names that are read exist as drawings, and all can be asked
 * for.
 */
class EveryDrawingIsReadTest {
  private static final Set<String> DRAWINGS =
      TableFile.rows("drawings.tsv", 2).stream().map(row -> row[0]).collect(Collectors.toSet());

  @Test
  void everyMeaningIsADrawing() {
    Set<String> missing = new TreeSet<>();
    for (String[] row : TableFile.rows("words.tsv", 5)) {
      if (Sense.of(row[2], row[3]) instanceof Sense.Drawing each
          && !DRAWINGS.contains(each.name())) {
        missing.add(row[0] + " -> " + each.name());
      }
      if (Sense.of(row[2], row[3]) instanceof Sense.Background each
          && !each.instead().isEmpty()
          && "!+".indexOf(each.instead().charAt(0)) < 0
          && !DRAWINGS.contains(each.instead())) {
        missing.add(row[0] + " -> " + each.instead());
      }
    }
    for (String[] row : TableFile.rows("poses.tsv", 3)) {
      if (!DRAWINGS.contains(row[0])) {
        missing.add(row[1] + " -> " + row[0]);
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void everyDrawingIsShownBySomeWord() {
    Set<String> shown = new TreeSet<>();
    for (String[] row : TableFile.rows("words.tsv", 5)) {
      if (Sense.of(row[2], row[3]) instanceof Sense.Drawing each) {
        List<Thing> things = Readings.READER.read(row[0] + " ").scene().things();
        if (things.size() == 1 && things.get(0).name().equals(each.name())) {
          shown.add(each.name());
        }
      }
    }
    Set<String> never = new TreeSet<>(DRAWINGS);
    never.removeAll(shown);
    assertThat(never).isEmpty();
  }
}
