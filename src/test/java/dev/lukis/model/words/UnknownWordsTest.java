package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.SceneReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownWordsTest {
  @Test
  void realWordsWithoutAPictureAndOtherWordsAreReportedOnceInOrder() {
    assertThat(Readings.unknown("Democracy and xyzzy and a cat, democracy "))
        .containsExactly("democracy", "xyzzy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "there is a cat that is in the house with the dog",
        "seekor kucing yang sedang ada di dalam rumah itu",
        "a photo of a cat ",
        "my cat and your dog "
      })
  void wordsOfGrammarAreNotReported(String prompt) {
    assertThat(Readings.unknown(prompt)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a red fire hydrant and a cat, cat, hydrant", "a cat sleeping , cat, sleeping"})
  void aWordIsNotShownAsPartOfANounWithoutAPicture(String prompt, String scene, String unknown) {
    assertThat(Readings.of(prompt)).isEqualTo(scene);
    assertThat(Readings.unknown(prompt)).containsExactly(unknown);
  }

  @ParameterizedTest
  @CsvSource({"democracy ", "sleeping ", "kebebasan ", "xyzzy "})
  void aPromptOfWhichNothingCanBeShownGetsAPlaceAndIsTold(String prompt) {
    SceneReading reading = Readings.READER.read(prompt);
    assertThat(reading.scene().place()).isPresent();
    assertThat(reading.scene().things()).isEmpty();
    assertThat(reading.unknownWords()).isNotEmpty();
    assertThat(Readings.READER.read(prompt)).isEqualTo(reading);
  }

  @Test
  void thePlaceFitsWhatTheWordsAreAbout() {
    assertThat(place("casserole ")).isIn(Scene.Place.TABLE_TOP, Scene.Place.KITCHEN);
    assertThat(place("sonata ")).isEqualTo(Scene.Place.STAGE);
  }

  private static Scene.Place place(String prompt) {
    return Readings.READER.read(prompt).scene().place().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ",", "a", "the ", "😀\uFE0F", "猫", "\uD800", "a a a a", "- - -"})
  void everyTextIsRead(String prompt) {
    assertThat(Readings.READER.read(prompt)).isNotNull();
  }
}
