package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.painting.PaintingException;
import dev.lukis.safety.Safety;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not painted and what is not shown, and that people are told. */
class SessionSafetyTest {
  private final SessionFixture fixture = new SessionFixture();

  @BeforeEach
  void nothingBad() {
    fixture.safety =
        new Safety() {
          @Override
          public Verdict judge(String text) {
            if (!text.contains("bad")) {
              return Verdict.CLEAN;
            }
            return text.endsWith("bad") ? Verdict.UNFINISHED : Verdict.BLOCKED;
          }
        };
  }

  private void showable(boolean showable) {
    fixture.requests.bytes =
        header -> {
          if (!showable) {
            throw PaintingException.imageBlocked();
          }
          return new byte[] {1};
        };
  }

  @Test
  void blockedWordsAreNeverPaintedAndToldOnce() {
    fixture.type(1, "a bad ");
    fixture.pass(5_000);
    assertThat(fixture.requests.all()).isEmpty();
    assertThat(fixture.failures).containsExactly("1 prompt-blocked");
  }

  @Test
  void theBeginningOfAWordIsToldOnlyAfterAPause() {
    fixture.type(1, "a bad");
    assertThat(fixture.failures).isEmpty();
    fixture.pass(100);
    fixture.type(2, "a badge ");
    assertThat(fixture.failures).containsExactly("2 prompt-blocked");
    fixture.type(3, "a bad");
    fixture.pass(1_000);
    assertThat(fixture.failures).containsExactly("2 prompt-blocked", "3 prompt-blocked");
    assertThat(fixture.requests.all()).isEmpty();
  }

  @Test
  void theDraftTheSettleAndTheCommitOfOneEditAreJudgedTogether() {
    List<String> judged = new ArrayList<>();
    fixture.safety =
        new Safety() {
          @Override
          public Verdict judge(String text) {
            judged.add(text);
            return Verdict.CLEAN;
          }
        };
    fixture.type(1, "a cat ");
    fixture.pass(1_000);
    fixture.session.commit(1);
    fixture.type(2, "a dog ");
    assertThat(judged).containsExactly("a cat ", "a dog ");
  }

  @Test
  void aBlockedCommitIsRefused() {
    fixture.type(1, "a bad");
    assertThatThrownBy(() -> fixture.session.commit(1))
        .isInstanceOf(RefusedException.class)
        .extracting("code")
        .isEqualTo("prompt-blocked");
  }

  @Test
  void otherWordsArePaintedAgain() {
    fixture.type(1, "a cat ");
    fixture.type(2, "a bad ");
    fixture.type(3, "a cat ");
    fixture.pass(200);
    assertThat(fixture.requests.revisions()).containsExactly(1L, 3L);
  }

  @Test
  void aBlockedImageAndItsPreviewsAreNotSentAndAreReportedOnceARevision() {
    showable(false);
    fixture.type(1, "a cat ");
    fixture.preview(fixture.requests.last());
    fixture.paint(fixture.requests.last());
    assertThat(fixture.images).isEmpty();
    assertThat(fixture.failures).containsExactly("1 image-blocked");
    showable(true);
    fixture.type(2, "a dog ");
    fixture.paint(fixture.requests.last());
    assertThat(fixture.shown()).containsExactly(2L);
  }

  @Test
  void whatWasKeptBackIsNotRemembered() {
    showable(false);
    fixture.type(1, "a cat ");
    fixture.paint(fixture.requests.last());
    fixture.type(2, "a dog ");
    int before = fixture.requests.all().size();
    fixture.type(3, "a cat ");
    assertThat(fixture.requests.all()).hasSize(before + 1);
  }

  @Test
  void wordsWhoseImageWasKeptBackAreNotCalledSatisfied() {
    showable(false);
    fixture.type(1, "a cat");
    fixture.paint(fixture.requests.last());
    fixture.satisfied.clear();
    fixture.type(2, "a cat ");
    assertThat(fixture.satisfied).isEmpty();
    assertThat(fixture.requests.last().revision()).isEqualTo(2);
  }
}
