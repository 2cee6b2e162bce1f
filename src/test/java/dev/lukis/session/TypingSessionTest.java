package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.image.ImageFormat;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.Plan;
import org.junit.jupiter.api.Test;

class TypingSessionTest {
  private final SessionFixture fixture = new SessionFixture();

  private static SettingsChange seed(long seed) {
    return SettingsChange.NONE.withSeed(seed);
  }

  @Test
  void typingAWordPaintsFewerDraftsThanEdits() {
    String word = "balloons";
    for (int i = 1; i <= word.length(); i++) {
      fixture.type(i, word.substring(0, i));
      fixture.pass(50);
    }
    fixture.pass(120);
    assertThat(fixture.requests.revisions()).containsExactly(1L, 8L);
    assertThat(fixture.requests.plans()).containsOnly(Plan.DRAFT);
  }

  @Test
  void aPauseSettlesTheNewestRevisionOnce() {
    fixture.type(1, "a cat");
    fixture.pass(5000);
    assertThat(fixture.requests.plans()).containsExactly(Plan.DRAFT, Plan.SETTLE);
    assertThat(fixture.requests.last().image().steps()).isEqualTo(8);
    assertThat(fixture.requests.last().image().guidanceScale()).isEqualTo(1.5f);
  }

  @Test
  void textThatLooksTheSameIsSatisfiedWithoutWork() {
    fixture.type(1, "a cat");
    fixture.type(2, "a cat ");
    fixture.type(3, "a  cat");
    fixture.pass(200);
    assertThat(fixture.requests.revisions()).containsExactly(1L);
    assertThat(fixture.satisfied).containsExactly(2L, 3L);
  }

  @Test
  void whatASettleShowsCarriesTheNewestRevision() {
    fixture.type(1, "a cat");
    fixture.type(2, "a cat ");
    fixture.pass(700);
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.SETTLE);
    assertThat(fixture.requests.last().revision()).isEqualTo(2);
  }

  @Test
  void theSeedBelongsToTheSession() {
    fixture.type(1, "a red cat ");
    fixture.type(2, "a blue cat ");
    assertThat(fixture.requests.all())
        .extracting(request -> request.image().seed())
        .containsExactly(7L, 7L);
  }

  @Test
  void aRevisionThatDoesNotRiseIsRefusedAndChangesNothing() {
    fixture.type(5, "a cat");
    assertThatThrownBy(() -> fixture.type(5, "a dog"))
        .isInstanceOf(RefusedException.class)
        .hasMessage("revision: 5 (expected: > 5)");
    fixture.pass(5000);
    assertThat(fixture.requests.all())
        .extracting(request -> request.image().prompt())
        .containsOnly("a cat");
  }

  @Test
  void aPromptOverTheLimitIsRefusedAndChangesNothing() {
    fixture.type(1, "a cat");
    assertThatThrownBy(() -> fixture.type(2, "x".repeat(41)))
        .hasMessage("text: 41 characters (expected: at most 40)");
    fixture.pass(5000);
    assertThat(fixture.requests.revisions()).containsExactly(1L, 1L);
    fixture.type(2, "a dog");
  }

  @Test
  void aCommitAsksForTheSettledImageAtOnce() {
    fixture.type(1, "a");
    fixture.type(2, "a cat");
    fixture.session.commit(2);
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.COMMIT);
    assertThat(fixture.requests.last().revision()).isEqualTo(2);
    int asked = fixture.requests.all().size();
    fixture.pass(5000);
    assertThat(fixture.requests.all()).hasSize(asked);
  }

  @Test
  void aCommitOfAnotherRevisionOrOfNothingIsRefused() {
    fixture.type(1, "a cat");
    assertThatThrownBy(() -> fixture.session.commit(2))
        .hasMessage("revision: 2 (expected: 1, the newest)");
    fixture.type(2, "  ");
    assertThatThrownBy(() -> fixture.session.commit(2)).hasMessageContaining("blank");
  }

  @Test
  void commitsThatNobodyReceivesAreRefusedInTheEnd() {
    fixture.requests.pause();
    for (int i = 1; i <= 4; i++) {
      fixture.type(i, "cat " + i);
      fixture.session.commit(i);
    }
    fixture.type(5, "cat 5");
    assertThatThrownBy(() -> fixture.session.commit(5)).hasMessageContaining("too many");
  }

  @Test
  void aRefusedCommitDoesNotChangeWhenTheWordsArrived() {
    fixture.requests.pause();
    for (int i = 1; i <= 4; i++) {
      fixture.type(i, "cat " + i);
      fixture.session.commit(i);
    }
    fixture.type(5, "cat 5");
    long arrived = fixture.nanoTime();
    fixture.pass(50);
    assertThatThrownBy(() -> fixture.session.commit(5)).hasMessageContaining("too many");
    fixture.requests.resume();
    fixture.pass(1000);
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.SETTLE);
    assertThat(fixture.requests.last().receivedAtNanos()).isEqualTo(arrived);
  }

  @Test
  void otherSettingsPaintTheSameWordsAnew() {
    fixture.type(1, "a cat");
    fixture.session.change(seed(99));
    assertThat(fixture.requests.revisions()).containsExactly(1L, 1L);
    assertThat(fixture.requests.last().image().seed()).isEqualTo(99);
    fixture.session.change(seed(99));
    assertThat(fixture.requests.revisions()).hasSize(2);
  }

  @Test
  void settingsOutOfRangeAreRefusedTogether() {
    fixture.type(1, "a cat");
    assertThatThrownBy(() -> fixture.session.change(seed(5).withSize(512, 128)))
        .hasMessage("width and height: 512 x 128 (expected: 128 x 128)");
    assertThatThrownBy(() -> fixture.session.change(seed(-1))).hasMessageContaining("seed: -1");
    assertThatThrownBy(
            () -> fixture.session.change(SettingsChange.NONE.withGuidanceScale(Float.NaN)))
        .hasMessageContaining("guidanceScale: NaN");
    fixture.type(2, "a dog ");
    assertThat(fixture.requests.last().image().seed()).isEqualTo(7);
  }

  @Test
  void anEmptiedTextForgetsWhatRuns() {
    fixture.type(1, "a cat");
    PaintRequest cat = fixture.requests.last();
    fixture.pass(10);
    fixture.type(2, "");
    fixture.paint(cat);
    assertThat(fixture.satisfied).containsExactly(2L);
    assertThat(fixture.requests.withdrawals()).isEqualTo(1);
    assertThat(fixture.images).isEmpty();
  }

  @Test
  void emptyingTheTextAfterACommitDoesNotTakeItsImageAway() {
    fixture.type(1, "a cat");
    fixture.session.commit(1);
    PaintRequest commit = fixture.requests.last();
    fixture.pass(10);
    fixture.type(2, "");
    fixture.paint(commit);
    assertThat(fixture.shown()).containsExactly(1L);
    assertThat(fixture.requests.stops()).isZero();
  }

  @Test
  void afterAStopTheSameWordsMayBeAskedForAgain() {
    fixture.type(1, "a cat");
    PaintRequest before = fixture.requests.last();
    fixture.pass(10);
    fixture.session.stop();
    fixture.paint(before);
    fixture.pass(5000);
    assertThat(fixture.images).isEmpty();
    assertThat(fixture.requests.revisions()).containsExactly(1L);
    fixture.type(2, "a cat");
    assertThat(fixture.requests.revisions()).containsExactly(1L, 2L);
    fixture.paint(fixture.requests.last());
    assertThat(fixture.shown()).containsExactly(2L);
  }

  @Test
  void aFailedGenerationIsToldAndTheSameWordsMayBeTriedAgain() {
    fixture.type(1, "a cat");
    fixture.fail(fixture.requests.last());
    assertThat(fixture.failures).containsExactly("1 generation-failed");
    fixture.type(2, "a cat ");
    assertThat(fixture.requests.revisions()).containsExactly(1L, 2L);
  }

  @Test
  void closingFreesEverythingAndNothingFollows() {
    fixture.type(1, "a");
    fixture.type(2, "ab");
    PaintRequest request = fixture.requests.last();
    fixture.session.close();
    fixture.paint(request);
    fixture.fail(request);
    assertThat(fixture.timers()).isZero();
    assertThat(fixture.requests.closed()).isTrue();
    assertThat(fixture.images).isEmpty();
    assertThat(fixture.failures).isEmpty();
  }

  @Test
  void imagesAreEncodedAsTheSettingsSay() {
    fixture.session.change(SettingsChange.NONE.withFormat(ImageFormat.JPEG));
    fixture.type(1, "a cat");
    fixture.paint(fixture.requests.last());
    assertThat(fixture.lastImage().format()).isEqualTo(ImageFormat.JPEG);
  }
}
