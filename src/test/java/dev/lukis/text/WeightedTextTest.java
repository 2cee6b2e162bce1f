package dev.lukis.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightedTextTest {
  private static String shown(String prompt) {
    return WeightedText.parse(prompt).stream()
        .map(
            part ->
                (part.afterBreak() ? "^" : "")
                    + part.text()
                    + "="
                    + String.format(Locale.ROOT, "%.3f", part.weight()))
        .collect(Collectors.joining("|"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "a cat;a cat=1.000",
        "a (cat);a =1.000|cat=1.100",
        "((cat));cat=1.210",
        "(cat:1.3);cat=1.300",
        "(cat:-.5);cat=-0.500",
        "(a (cat:2):0.5);a =0.500|cat=1.000",
        "[cat] dog;cat=0.909| dog=1.000",
        "\\(cat\\) \\[x\\] \\\\;(cat) [x] \\=1.000",
        "a BREAK b;a=1.000|^b=1.000",
        "(a BREAK b:2) c;a=2.000|^b=2.000| c=1.000",
        "a BREAK;a=1.000|^=1.000",
        "(cat;cat=1.100",
        "cat) dog];cat) dog]=1.000",
        "4:3 (a:b:1.5);4:3 =1.000|a:b=1.500",
        "(cat:1.2.3);cat:1.2.3)=1.100",
        ";=1.000",
      })
  void brackets(String prompt, String parts) {
    assertThat(shown(prompt == null ? "" : prompt)).isEqualTo(parts);
  }

  @Test
  void wordsAreReadAsTheEncoderReadsThem() {
    assertThat(WeightedText.words("nak(e:1)d n\\aked (c)at")).isEqualTo("naked naked  c at");
  }

  @Test
  void anyTextIsRead() {
    Random random = new Random(3);
    String signs = "ab ()[]:\\.1,BREAK";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(signs.charAt(random.nextInt(signs.length())));
      }
      assertThat(WeightedText.parse(text.toString())).as(text.toString()).isNotEmpty();
      PromptDialect.WEIGHTS.read(text.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a (cat:1.3) [dog] BREAK sea; a (cat:1.3) [dog] BREAK sea;",
        "a \\(cat\\) in the snow; a \\(cat\\) in the snow;",
        "a [dog:cat:0.5] here; a cat here; [dog:cat:0.5]",
        "a [dog|cat] here; a dog here; [dog|cat]",
        "a {cat} here; a cat here; {cat}",
        "a (cat:1.2) <lora:x:1> AND a dog --ar 3:2; a (cat:1.2) and a dog;"
            + " <lora:x:1> --ar 3:2 AND",
        "a (cat:1.; a (cat; :1.",
        "a (cat:; a (cat; :",
        "a (cat:1.2) 4:3; a (cat:1.2) 4:3;",
      })
  void weightsStayAndOtherSyntaxIsTakenOut(String typed, String kept, String removed) {
    PlainPrompt read = PromptDialect.WEIGHTS.read(typed);
    assertThat(read.words().strip()).isEqualTo(kept);
    assertThat(String.join(" ", read.removed())).isEqualTo(removed == null ? "" : removed);
  }
}
