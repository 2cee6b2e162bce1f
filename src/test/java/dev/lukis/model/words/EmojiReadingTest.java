package dev.lukis.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmojiReadingTest {
  @ParameterizedTest
  @CsvSource({
    "🐱, cat",
    "🐇, rabbit",
    "🐛, bug",
    "🐈‍⬛, black cat",
    "🧔‍♂️, man: beard",
    "😀, grinning face",
    "🛌, person in bed",
    "🏖️, BEACH",
    "🌃, SKYLINE NIGHT",
    "🔴, RED soccer ball",
    "a🎈, balloon",
  })
  void emojiGiveTheirThing(String text, String scene) {
    assertThat(Readings.of(text)).isEqualTo(scene);
  }
}
