package dev.lukis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptSyntaxTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a (cat:1.3) in the snow; a cat in the snow; (cat:1.3)",
        "(red:1.3) boat; red boat; (red:1.3)",
        "a ((cat)) in the snow; a cat in the snow; ((cat))",
        "a (cat)1.3 in the snow; a cat in the snow; 1.3",
        "a cat++ in the snow; a cat in the snow; ++",
        "a [cat] in the snow; a cat in the snow; [cat]",
        "a {cat} in the snow; a cat in the snow; {cat}",
        "a [dog:cat:0.5] in the snow; a cat in the snow; [dog:cat:0.5]",
        "a [cat:0.5] in the snow; a cat in the snow; [cat:0.5]",
        "a [cat::0.5] in the snow; a cat in the snow; [cat::0.5]",
        "a [cat|dog] in the snow; a cat in the snow; [cat|dog]",
        "a {cat|dog} in the snow; a cat in the snow; {cat|dog}",
        "a {1$$cat|dog} in the snow; a cat in the snow; {1$$cat|dog}",
        "a cat::2 in the snow; a cat in the snow; ::2",
        "a cat:1.3 in the snow; a cat in the snow; :1.3",
        "a cat BREAK in the snow; a cat in the snow; BREAK",
        "a cat AND a dog; a cat and a dog; AND",
        "a cat <lora:snow:0.8> in the snow; a cat in the snow; <lora:snow:0.8>",
        "a cat in the snow <lora:na; a cat in the snow; <lora:na",
        "a cat --ar 3:2 in the snow; a cat in the snow; --ar 3:2",
        "a cat --tile in the snow; a cat in the snow; --tile",
        "a cat __colour__ in the snow; a cat in the snow; __colour__",
        "a (cat:1. ; a cat; :1.",
        "a (cat: ; a cat; :",
      })
  void syntaxIsTakenOutAndToldAndTheWordsStay(String typed, String words, String removed) {
    PlainPrompt plain = PromptSyntax.strip(typed.stripTrailing());
    assertThat(plain.words().stripTrailing()).isEqualTo(words);
    assertThat(plain.removed()).contains(removed);
  }

  @Test
  void severalFlagsAndNestedWeightsAreAllTakenOut() {
    PlainPrompt plain =
        PromptSyntax.strip(
            "a ((big cat:1.2), (in the snow:0.8):1.1) --v 5 --no dogs mice --ar 3:2");
    assertThat(plain.words().strip()).isEqualTo("a big cat, in the snow");
    assertThat(plain.removed())
        .contains("(big cat:1.2)", "(in the snow:0.8)", "--v 5", "--no dogs mice", "--ar 3:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a well-known cat - asleep",
        "a clock at 9:30",
        "a picture: a cat",
        "ratio 3:2",
        "A CAT AND A DOG",
        "cats & dogs, 2 < 3 > 1",
        "layang-layang merah ",
        "a cat -- asleep",
        "C++",
        "",
      })
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(PromptSyntax.strip(text)).isEqualTo(new PlainPrompt(text, List.of()));
  }

  @Test
  void ordinaryBracketsLoseOnlyTheBrackets() {
    assertThat(PromptSyntax.strip("a cat (asleep, at 9:30) in the snow"))
        .isEqualTo(new PlainPrompt("a cat asleep, at 9:30 in the snow", List.of()));
    assertThat(PromptSyntax.strip("a \\(cat\\)").words().strip()).isEqualTo("a cat");
  }

  @Test
  void noTextMakesItFail() {
    Random random = new Random(3);
    String alphabet = "()[]{}<>:|\\-+$_ .,a1ABREAKND";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(14, 0, alphabet.length()).forEach(at -> text.append(alphabet.charAt(at)));
      assertThat(PromptSyntax.strip(text.toString()).words())
          .doesNotContain("(", "[", "{", ")", "]", "}");
    }
    assertThat(PromptSyntax.strip("(".repeat(500) + "a" + ")".repeat(500)).words().strip())
        .isEqualTo("a");
  }
}
