package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.safety.Safety;
import dev.lukis.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not painted and what is not shown, and that people are told. */
class SessionSafetyTest {
  private final Desk desk = new Desk();
  private boolean showable = true;

  @BeforeEach
  void nothingBad() {
    desk.safety =
        new Safety() {
          @Override
          public Verdict judge(String text) {
            if (!text.contains("bad")) {
              return Verdict.CLEAN;
            }
            return text.endsWith("bad") ? Verdict.UNFINISHED : Verdict.BLOCKED;
          }

          @Override
          public boolean allows(Tensor pixels) {
            return showable;
          }
        };
  }

  @Test
  void blockedWordsAreNeverPaintedAndToldOnce() {
    desk.type(1, "a bad ");
    desk.pass(5_000);
    assertThat(desk.requests.all()).isEmpty();
    assertThat(desk.failures).containsExactly("1 prompt-blocked");
  }

  @Test
  void theBeginningOfAWordIsToldOnlyAfterAPause() {
    desk.type(1, "a bad");
    assertThat(desk.failures).isEmpty();
    desk.pass(100);
    desk.type(2, "a badge ");
    assertThat(desk.failures).containsExactly("2 prompt-blocked");
    desk.type(3, "a bad");
    desk.pass(1_000);
    assertThat(desk.failures).containsExactly("2 prompt-blocked", "3 prompt-blocked");
    assertThat(desk.requests.all()).isEmpty();
  }

  @Test
  void aBlockedCommitIsRefused() {
    desk.type(1, "a bad");
    assertThatThrownBy(() -> desk.session.commit(1))
        .isInstanceOf(RefusedException.class)
        .extracting("code")
        .isEqualTo("prompt-blocked");
  }

  @Test
  void otherWordsArePaintedAgain() {
    desk.type(1, "a cat ");
    desk.type(2, "a bad ");
    desk.type(3, "a cat ");
    desk.pass(200);
    assertThat(desk.requests.revisions()).containsExactly(1L, 3L);
  }

  @Test
  void anImageThatMayNotBeShownIsKeptBackPreviewsTooAndToldOnceARevision() {
    showable = false;
    desk.type(1, "a cat ");
    desk.preview(desk.requests.last());
    desk.paint(desk.requests.last());
    assertThat(desk.images).isEmpty();
    assertThat(desk.failures).containsExactly("1 image-blocked");
    showable = true;
    desk.type(2, "a dog ");
    desk.paint(desk.requests.last());
    assertThat(desk.shown()).containsExactly(2L);
  }

  @Test
  void whatWasKeptBackIsNotRemembered() {
    showable = false;
    desk.type(1, "a cat ");
    desk.paint(desk.requests.last());
    desk.type(2, "a dog ");
    int before = desk.requests.all().size();
    desk.type(3, "a cat ");
    assertThat(desk.requests.all()).hasSize(before + 1);
  }
}
