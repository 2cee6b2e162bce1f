package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfWordsTest {
  @ParameterizedTest
  @ValueSource(strings = {"landscape", "desk", "man", "democracy", "carpet", "fortune", "beneath"})
  void noStartOfAWordShowsAnotherThing(String word) {
    String meant = Readings.of(word);
    for (int letters = 1; letters <= word.length(); letters++) {
      String half = word.substring(0, letters);
      String shown = Readings.of(half);
      // "car" on the way to "carpet" is a word of its own.
      boolean ownWord = shown.equals(Readings.of(half + " "));
      assertThat(shown.isEmpty() || shown.equals(meant) || ownWord)
          .as("%s shows %s", half, shown)
          .isTrue();
      assertThat(shown)
          .as(half)
          .doesNotContain("hedgehog", "DESERT", "cactus", "snowman", "badger");
    }
  }

  @ParameterizedTest
  @CsvSource({"elepha, elephant", "kangar, kangaroo", "umbrell, umbrella", "gaja, elephant"})
  void aWordThatCanOnlyBecomeOneThingShowsIt(String half, String thing) {
    assertThat(Readings.of("a " + half)).isEqualTo(thing);
  }

  @Test
  void aWordIsUnfinishedOnlyWhileNoSpaceFollows() {
    assertThat(Readings.of("elepha ")).doesNotContain("elephant");
    assertThat(Readings.unknown("elepha ")).containsExactly("elepha");
    assertThat(Readings.of("elepha, a cat")).isEqualTo("cat");
  }

  @Test
  void aRealWordWithoutAPictureIsNothingButItself() {
    assertThat(Readings.of("a cat and peace ")).isEqualTo("cat");
    assertThat(Readings.unknown("a cat and peace ")).containsExactly("peace");
  }

  @Test
  void aWordThatMayGoOnIsNotYetReported() {
    assertThat(Readings.unknown("a democ")).isEmpty();
    assertThat(Readings.unknown("ma")).isEmpty();
    assertThat(Readings.unknown("xqzt")).containsExactly("xqzt");
  }

  @Test
  void aLowerThresholdShowsWordsEarlier() {
    WordSceneReader hasty = WordSceneReader.load(0.2);
    assertThat(Readings.of("a ele")).isEmpty();
    assertThat(Readings.shown(hasty.read("a eleph"))).isEqualTo("elephant");
    assertThat(earliest(hasty, "squirrel"))
        .isLessThanOrEqualTo(earliest(Readings.READER, "squirrel"));
  }

  private static int earliest(WordSceneReader reader, String word) {
    for (int letters = 2; letters < word.length(); letters++) {
      if (!Readings.shown(reader.read(word.substring(0, letters))).isEmpty()) {
        return letters;
      }
    }
    return word.length();
  }
}
