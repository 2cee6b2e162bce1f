package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.lukis.safety.Safety;
import dev.lukis.text.PromptReading;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final SessionFixture fixture = new SessionFixture();

  @Test
  void aWordThatIsNotUnderstoodIsToldOnce() {
    fixture.reading = new PromptReading(false, List.of("xyzzy"));
    fixture.type(1, "a red xyzzy");
    fixture.pass(1_000);
    fixture.type(2, "a red xyzzy at night");
    fixture.pass(1_000);
    assertThat(fixture.notices).hasSize(1);
    assertThat(fixture.notices.get(0).code()).isEqualTo("unknown-words");
    assertThat(fixture.notices.get(0).words()).containsExactly("xyzzy");
    assertThat(fixture.notices.get(0).revision()).isEqualTo(1);
  }

  @Test
  void halfAWordIsNotCalledUnknownWhileItIsTyped() {
    fixture.reading = new PromptReading(false, List.of("ball"));
    fixture.type(1, "a ball");
    fixture.pass(500);
    fixture.reading = PromptReading.PLAIN;
    fixture.type(2, "a balloon");
    fixture.pass(1_000);
    assertThat(fixture.notices).isEmpty();
  }

  @Test
  void enterTellsAtOnce() {
    fixture.reading = new PromptReading(false, List.of("xyzzy"));
    fixture.type(1, "xyzzy");
    fixture.session.commit(1);
    assertThat(fixture.notices).hasSize(1);
  }

  @Test
  void aPromptBeyondWhatTheModelReadsIsToldAgainOnlyAfterAShorterOne() {
    fixture.reading = new PromptReading(true, List.of());
    fixture.type(1, "long");
    fixture.pass(1_000);
    fixture.type(2, "longer");
    fixture.pass(1_000);
    assertThat(fixture.notices).extracting(Notice::code).containsExactly("prompt-cut");
    fixture.reading = PromptReading.PLAIN;
    fixture.type(3, "short");
    fixture.pass(1_000);
    fixture.reading = new PromptReading(true, List.of());
    fixture.type(4, "long again");
    fixture.pass(1_000);
    assertThat(fixture.notices).hasSize(2);
  }

  @Test
  void removedSyntaxIsToldBesideEverythingElseAndNotPainted() {
    fixture.reading = new PromptReading(true, List.of("xyzzy"));
    fixture.type(1, "(red:1.3) xyzzy --ar 3:2");
    fixture.pass(1_000);
    assertThat(fixture.notices)
        .extracting(Notice::code)
        .containsExactly("prompt-cut", "syntax-removed", "unknown-words");
    assertThat(fixture.notices.get(1).words()).contains("--ar 3:2");
    assertThat(fixture.requests.last().image().prompt()).isEqualTo("red xyzzy");
  }

  @Test
  void theSameWordIsToldAsSyntaxAndAsUnknown() {
    fixture.reading = new PromptReading(false, List.of("--ar"));
    fixture.type(1, "a boat --ar at sea");
    fixture.pass(1_000);
    assertThat(fixture.notices)
        .extracting(Notice::code, Notice::words)
        .containsExactly(
            tuple("syntax-removed", List.of("--ar")), tuple("unknown-words", List.of("--ar")));
  }

  @Test
  void textIsNormalisedOnceForTheModelAndTheGate() {
    List<String> judged = new ArrayList<>();
    fixture.safety =
        new Safety() {
          @Override
          public Verdict judge(String text) {
            judged.add(text);
            return text.equals("red boat") ? Verdict.BLOCKED : Verdict.CLEAN;
          }
        };
    fixture.type(1, "re\u200bd boat");
    assertThat(judged).containsExactly("re\u200bd boat", "red boat");
    assertThat(fixture.failures).containsExactly("1 prompt-blocked");
  }
}
