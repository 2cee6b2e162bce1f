package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;
import dev.lukis.image.ImageFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TypingSessionTest {
  private final Desk desk = new Desk();

  private static SettingsChange seed(long seed) {
    return change(Optional.of(seed), Optional.empty(), Optional.empty());
  }

  private static SettingsChange change(
      Optional<Long> seed, Optional<Integer> width, Optional<Float> guidance) {
    return new SettingsChange(
        seed,
        width,
        Optional.empty(),
        guidance,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void typingAWordPaintsFewerDraftsThanEdits() {
    String word = "balloons";
    for (int i = 1; i <= word.length(); i++) {
      desk.type(i, word.substring(0, i));
      desk.pass(50);
    }
    desk.pass(120);
    assertThat(desk.requests.revisions()).containsExactly(1L, 8L);
    assertThat(desk.requests.plans()).containsOnly(Plan.DRAFT);
  }

  @Test
  void aPauseSettlesTheNewestRevisionOnce() {
    desk.type(1, "a cat");
    desk.pass(5000);
    assertThat(desk.requests.plans()).containsExactly(Plan.DRAFT, Plan.SETTLE);
    assertThat(desk.requests.last().image().steps()).isEqualTo(8);
    assertThat(desk.requests.last().image().guidanceScale()).isEqualTo(1.5f);
  }

  @Test
  void textThatLooksTheSameIsSatisfiedWithoutWork() {
    desk.type(1, "a cat");
    desk.type(2, "a cat ");
    desk.type(3, "a  cat");
    desk.pass(200);
    assertThat(desk.requests.revisions()).containsExactly(1L);
    assertThat(desk.satisfied).containsExactly(2L, 3L);
  }

  @Test
  void whatASettleShowsCarriesTheNewestRevision() {
    desk.type(1, "a cat");
    desk.type(2, "a cat ");
    desk.pass(700);
    assertThat(desk.requests.last().plan()).isEqualTo(Plan.SETTLE);
    assertThat(desk.requests.last().revision()).isEqualTo(2);
  }

  @Test
  void theSeedBelongsToTheSession() {
    desk.type(1, "a red cat ");
    desk.type(2, "a blue cat ");
    assertThat(desk.requests.all())
        .extracting(request -> request.image().seed())
        .containsExactly(7L, 7L);
  }

  @Test
  void aRevisionThatDoesNotRiseIsRefusedAndChangesNothing() {
    desk.type(5, "a cat");
    assertThatThrownBy(() -> desk.type(5, "a dog"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("revision: 5 (expected: > 5)");
    desk.pass(5000);
    assertThat(desk.requests.all())
        .extracting(request -> request.image().prompt())
        .containsOnly("a cat");
  }

  @Test
  void aPromptOverTheLimitIsRefusedAndChangesNothing() {
    desk.type(1, "a cat");
    assertThatThrownBy(() -> desk.type(2, "x".repeat(41)))
        .hasMessage("text: 41 characters (expected: at most 40)");
    desk.pass(5000);
    assertThat(desk.requests.revisions()).containsExactly(1L, 1L);
    desk.type(2, "a dog");
  }

  @Test
  void nothingIsPaintedWhileAnInputMethodComposes() {
    desk.session.prompt(1, "k", true);
    desk.session.prompt(2, "ka", true);
    desk.pass(5000);
    assertThat(desk.requests.all()).isEmpty();
    desk.type(3, "か");
    assertThat(desk.requests.revisions()).containsExactly(3L);
  }

  @Test
  void compositionHoldsBackWhatWasWaiting() {
    desk.type(1, "a");
    desk.type(2, "ab");
    desk.session.prompt(3, "abk", true);
    desk.pass(5000);
    assertThat(desk.requests.revisions()).containsExactly(1L);
  }

  @Test
  void aCommitAsksForTheSettledImageAtOnce() {
    desk.type(1, "a");
    desk.type(2, "a cat");
    desk.session.commit(2);
    assertThat(desk.requests.last().plan()).isEqualTo(Plan.COMMIT);
    assertThat(desk.requests.last().revision()).isEqualTo(2);
    int asked = desk.requests.all().size();
    desk.pass(5000);
    assertThat(desk.requests.all()).hasSize(asked);
  }

  @Test
  void aCommitOfAnotherRevisionOrOfNothingIsRefused() {
    desk.type(1, "a cat");
    assertThatThrownBy(() -> desk.session.commit(2))
        .hasMessage("revision: 2 (expected: 1, the newest)");
    desk.type(2, "  ");
    assertThatThrownBy(() -> desk.session.commit(2)).hasMessageContaining("blank");
  }

  @Test
  void commitsThatNobodyReceivesAreRefusedInTheEnd() {
    desk.requests.pause();
    for (int i = 1; i <= 4; i++) {
      desk.type(i, "cat " + i);
      desk.session.commit(i);
    }
    desk.type(5, "cat 5");
    assertThatThrownBy(() -> desk.session.commit(5)).hasMessageContaining("too many");
  }

  @Test
  void aRefusedCommitDoesNotChangeWhenTheWordsArrived() {
    desk.requests.pause();
    for (int i = 1; i <= 4; i++) {
      desk.type(i, "cat " + i);
      desk.session.commit(i);
    }
    desk.type(5, "cat 5");
    long arrived = desk.nanoTime();
    desk.pass(50);
    assertThatThrownBy(() -> desk.session.commit(5)).hasMessageContaining("too many");
    desk.requests.resume();
    desk.pass(1000);
    assertThat(desk.requests.last().plan()).isEqualTo(Plan.SETTLE);
    assertThat(desk.requests.last().receivedAtNanos()).isEqualTo(arrived);
  }

  @Test
  void otherSettingsPaintTheSameWordsAnew() {
    desk.type(1, "a cat");
    desk.session.change(seed(99));
    assertThat(desk.requests.revisions()).containsExactly(1L, 1L);
    assertThat(desk.requests.last().image().seed()).isEqualTo(99);
    desk.session.change(seed(99));
    assertThat(desk.requests.revisions()).hasSize(2);
  }

  @Test
  void settingsOutOfRangeAreRefusedTogether() {
    desk.type(1, "a cat");
    assertThatThrownBy(
            () -> desk.session.change(change(Optional.of(5L), Optional.of(512), Optional.empty())))
        .hasMessage("width and height: 512 x 128 (expected: 128 x 128)");
    assertThatThrownBy(() -> desk.session.change(seed(-1))).hasMessageContaining("seed: -1");
    assertThatThrownBy(
            () ->
                desk.session.change(
                    change(Optional.empty(), Optional.empty(), Optional.of(Float.NaN))))
        .hasMessageContaining("guidanceScale: NaN");
    desk.type(2, "a dog ");
    assertThat(desk.requests.last().image().seed()).isEqualTo(7);
  }

  @Test
  void anEmptiedTextForgetsWhatRuns() {
    desk.type(1, "a cat");
    GenerationRequest cat = desk.requests.last();
    desk.pass(10);
    desk.type(2, "");
    desk.paint(cat);
    assertThat(desk.satisfied).containsExactly(2L);
    assertThat(desk.requests.withdrawals()).isEqualTo(1);
    assertThat(desk.images).isEmpty();
  }

  @Test
  void emptyingTheTextAfterACommitDoesNotTakeItsImageAway() {
    desk.type(1, "a cat");
    desk.session.commit(1);
    GenerationRequest commit = desk.requests.last();
    desk.pass(10);
    desk.type(2, "");
    desk.paint(commit);
    assertThat(desk.shown()).containsExactly(1L);
    assertThat(desk.requests.stops()).isZero();
  }

  @Test
  void afterAStopTheSameWordsMayBeAskedForAgain() {
    desk.type(1, "a cat");
    GenerationRequest before = desk.requests.last();
    desk.pass(10);
    desk.session.stop();
    desk.paint(before);
    desk.pass(5000);
    assertThat(desk.images).isEmpty();
    assertThat(desk.requests.revisions()).containsExactly(1L);
    desk.type(2, "a cat");
    assertThat(desk.requests.revisions()).containsExactly(1L, 2L);
    desk.paint(desk.requests.last());
    assertThat(desk.shown()).containsExactly(2L);
  }

  @Test
  void aFailedGenerationIsToldAndTheSameWordsMayBeTriedAgain() {
    desk.type(1, "a cat");
    desk.fail(desk.requests.last());
    assertThat(desk.failures).containsExactly("1 generation-failed");
    desk.type(2, "a cat ");
    assertThat(desk.requests.revisions()).containsExactly(1L, 2L);
  }

  @Test
  void closingFreesEverythingAndNothingFollows() {
    desk.type(1, "a");
    desk.type(2, "ab");
    GenerationRequest request = desk.requests.last();
    desk.session.close();
    desk.paint(request);
    desk.fail(request);
    assertThat(desk.timers()).isZero();
    assertThat(desk.requests.closed()).isTrue();
    assertThat(desk.images).isEmpty();
    assertThat(desk.failures).isEmpty();
  }

  @Test
  void imagesAreEncodedAsTheSettingsSay() {
    desk.session.change(
        new SettingsChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(ImageFormat.JPEG),
            Optional.empty()));
    desk.type(1, "a cat");
    desk.paint(desk.requests.last());
    OutgoingImage image = desk.images.get(0);
    assertThat(image.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(image.encoded()).startsWith(0xff, 0xd8);
  }
}
