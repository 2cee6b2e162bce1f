package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.pipeline.PromptReading;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final Desk desk = new Desk();

  @Test
  void aWordThatIsNotUnderstoodIsToldOnce() {
    desk.reading = new PromptReading(false, List.of("xyzzy"));
    desk.type(1, "a red xyzzy");
    desk.pass(1_000);
    desk.type(2, "a red xyzzy at night");
    desk.pass(1_000);
    assertThat(desk.notices).hasSize(1);
    assertThat(desk.notices.get(0).code()).isEqualTo("unknown-words");
    assertThat(desk.notices.get(0).words()).containsExactly("xyzzy");
    assertThat(desk.notices.get(0).revision()).isEqualTo(1);
  }

  @Test
  void halfAWordIsNotCalledUnknownWhileItIsTyped() {
    desk.reading = new PromptReading(false, List.of("ball"));
    desk.type(1, "a ball");
    desk.pass(500);
    desk.reading = PromptReading.PLAIN;
    desk.type(2, "a balloon");
    desk.pass(1_000);
    assertThat(desk.notices).isEmpty();
  }

  @Test
  void enterTellsAtOnce() {
    desk.reading = new PromptReading(false, List.of("xyzzy"));
    desk.type(1, "xyzzy");
    desk.session.commit(1);
    assertThat(desk.notices).hasSize(1);
  }

  @Test
  void aPromptBeyondWhatTheModelReadsIsToldAgainOnlyAfterAShorterOne() {
    desk.reading = new PromptReading(true, List.of());
    desk.type(1, "long");
    desk.pass(1_000);
    desk.type(2, "longer");
    desk.pass(1_000);
    assertThat(desk.notices).extracting(Notice::code).containsExactly("prompt-cut");
    desk.reading = PromptReading.PLAIN;
    desk.type(3, "short");
    desk.pass(1_000);
    desk.reading = new PromptReading(true, List.of());
    desk.type(4, "long again");
    desk.pass(1_000);
    assertThat(desk.notices).hasSize(2);
  }
}
