package dev.lukis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextNormalizerTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a re\u200Bd boat", // zero-width space
        "a red\u200D boat", // zero-width joiner
        "\uFEFFa red boat", // byte order mark
        "a re\u00ADd boat", // soft hyphen
        "a \u202Ered\u202C boat", // right-to-left override
        "a red\uFE0F boat", // variation selector
        "a\u00A0red\u2028boat", // no-break space, line separator
        "a r\u034Fed\u0007 boat", // grapheme joiner, bell
        "  a  red\n\tboat",
        "ａ　ｒｅｄ　ｂｏａｔ",
        "a red\uD800 boat", // lone surrogate
        "a \uFFF9red\uFFFB boat", // annotation marks
      })
  void allWritingsOfTheSameWordsAreOneText(String text) {
    assertThat(TextNormalizer.normalize(text)).isEqualTo("a red boat");
  }

  @ParameterizedTest
  @CsvSource({
    "❄️, snow",
    "❄, snow",
    "a🎈, a balloon",
    "🐈‍⬛, black cat",
    "👍🏽, thumbs up",
    "🇮🇩, ''",
    "😀, grinning face",
    "1️⃣, 1",
    "©, ©",
    "🌨️🐧, snow penguin",
  })
  void emojiAreReadAsTheirThings(String text, String expected) {
    assertThat(TextNormalizer.normalize(text).strip()).isEqualTo(expected);
  }

  @Test
  void aSpaceAtTheEndStaysSinceTheLastWordIsComplete() {
    assertThat(TextNormalizer.normalize("a red \n ")).isEqualTo("a red ");
    assertThat(TextNormalizer.normalize("Über ẞ Kucing")).isEqualTo("Über ẞ Kucing");
  }

  @Test
  void normalizingTwiceGivesTheSameAsOnce() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(6, 0, 0x30000).forEach(text::appendCodePoint);
      String once = TextNormalizer.normalize(text.toString());
      assertThat(TextNormalizer.normalize(once)).as("%s", text).isEqualTo(once);
    }
  }

  /** Most texts take a shortcut; a byte order mark, which is removed, keeps a text from it. */
  @Test
  void textInNormalFormIsKeptAndOtherTextIsNotTakenForIt() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(8); length > 0; length--) {
        text.append(random.nextInt(3) == 0 ? ' ' : (char) random.nextInt(0x82));
      }
      assertThat(TextNormalizer.normalize(text.toString()))
          .isEqualTo(TextNormalizer.normalize(text + "\uFEFF"));
    }
  }
}
