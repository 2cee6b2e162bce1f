package dev.lukis.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.safety.Safety.Verdict;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromptGateTest {
  private static final Path LISTS = Path.of("src/main/resources/safety");

  private final PromptGate gate = PromptGate.read(LISTS);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a nude person",
        "A NUDE PERSON",
        "a nudes person",
        "a nüde person",
        "a n u d e person",
        "a n.u.d.e person",
        "a n-u-d-e person",
        "a ｎｕｄｅ person",
        "a 𝐧𝐮𝐝𝐞 person",
        "a nudе person", // Cyrillic e
        "a n\u200Bu\u200Bd\u200Be person",
        "a nu\u00ADde person",
        "a nud3 person",
        "a nuuuude person",
        "a n\u0336u\u0336d\u0336e\u0336 person",
        "a роrn scene", // Cyrillic p and o
        "self   harm and more",
        "seorang telanjang di pantai",
        "bunuh diri di kota",
        "a nu(d:1)e person",
        "a n\\ude person",
        "a [(nu)] n[ud:1)e (nude:1.3) person",
      })
  void blockedWordsAreFoundHoweverTheyAreWritten(String text) {
    assertThat(gate.judge(text)).isEqualTo(Verdict.BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a red balloon on the beach",
        "the class assembles a cocktail in Essex and Scunthorpe",
        "a sextant on an old ship",
        "a unisex bathroom sign",
        "a naked mole rat digging",
        "stars seen by the naked eye at night",
        "a corpse flower in bloom",
        "a field of rape in spring",
        "berjalan telanjang kaki di pantai",
        "a big tree in a e i o u",
        "seksama dan rapi",
        "7 cats, 3 dogs and 1 house",
        "кот на красной крыше",
        "海辺の赤い風船",
      })
  void ordinaryWordsPass(String text) {
    assertThat(gate.judge(text)).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void aWordThatMayGoOnIsNotYetJudged() {
    assertThat(gate.judge("a sex")).isEqualTo(Verdict.UNFINISHED);
    assertThat(gate.judge("a sextant")).isEqualTo(Verdict.CLEAN);
    assertThat(gate.judge("a sex ")).isEqualTo(Verdict.BLOCKED);
    assertThat(gate.judge("a naked")).isEqualTo(Verdict.UNFINISHED);
    assertThat(gate.judge("a naked mole rat")).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void anExceptionCoversItsOwnWordsOnly() {
    assertThat(gate.judge("a naked mole rat and a naked man")).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void filesNameTheirLinesErrors() throws IOException {
    assertThatThrownBy(() -> PromptGate.read(directory)).hasMessageContaining("empty");
    Files.writeString(directory.resolve("xx.txt"), "***\n");
    assertThatThrownBy(() -> PromptGate.read(directory))
        .hasMessageContaining("xx.txt: *** (expected: words)");
  }

  @Test
  void listsOfSeveralLanguagesHoldTogether() throws IOException {
    PromptGate both =
        PromptGate.of("test", new StringReader("# a\nfoo*"), new StringReader("bar\n!bar none"));
    assertThat(both.judge("foolish things")).isEqualTo(Verdict.BLOCKED);
    assertThat(both.judge("the bar is")).isEqualTo(Verdict.BLOCKED);
    assertThat(both.judge("the best, bar none, of")).isEqualTo(Verdict.CLEAN);
  }
}
