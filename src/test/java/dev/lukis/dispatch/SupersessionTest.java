package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.painting.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupersessionTest {
  private static final SteerPolicy STEER = new SteerPolicy(0.6f);

  @Test
  void theNewestWaitingRevisionReplacesOlderOnes() {
    LoopFixture fixture = new LoopFixture(new FinishPolicy(), 4);
    FakeSession session = fixture.session();
    session.draft(1);
    session.draft(2);
    session.draft(3);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(3L);
    assertThat(fixture.statistics.superseded()).isEqualTo(2);
    assertThat(fixture.statistics.generations()).isEqualTo(1);
  }

  @Test
  void restartDropsTheRunningGenerationAtTheNextStep() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 4);
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.turn(10);
    session.draft(2);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(2L);
    assertThat(fixture.pipeline.steps).hasSize(3);
  }

  @Test
  void stepsOfDroppedGenerationsCountAsWasted() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 1);
    FakeSession session = fixture.session();
    session.ask(1, Plan.SETTLE, "a");
    fixture.turn(10);
    fixture.turn(10);
    fixture.turn(10);
    session.draft(2);
    fixture.turnUntilIdle();
    // The first step of the settle was shown as a preview, since nothing had been shown yet.
    assertThat(fixture.statistics.wastedSteps()).isEqualTo(2);
  }

  @Test
  void finishShowsTheOlderDraftAndThenTheNewer() {
    LoopFixture fixture = new LoopFixture(new FinishPolicy(), 4);
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.turn(10);
    session.draft(2);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(1L, 2L);
    assertThat(fixture.statistics.wastedSteps()).isZero();
  }

  @Test
  void steerGoesOnUnderTheNewerWordsWhileNoiseRemains() {
    LoopFixture fixture = new LoopFixture(STEER, 4);
    FakeSession session = fixture.session();
    session.longDraft(1, "older");
    fixture.turn(10);
    fixture.turn(10);
    session.longDraft(2, "newer");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(8);
    assertThat(session.finishedRevisions()).containsExactly(2L);
    assertThat(fixture.statistics.steered()).isEqualTo(1);
  }

  @Test
  void steerShowsWhatItHasWhenTheNewerWordsCouldNoLongerShow() {
    LoopFixture fixture = new LoopFixture(STEER, 4);
    FakeSession session = fixture.session();
    session.longDraft(1, "older");
    for (int i = 0; i < 5; i++) {
      fixture.turn(10);
    }
    session.longDraft(2, "newer");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(5 + 8);
    // A preview after the first step, what there was when the newer words came, then the newer.
    assertThat(session.images.get(1).step()).isEqualTo(5);
    assertThat(session.revisions()).startsWith(1L, 1L).endsWith(2L);
    assertThat(fixture.statistics.wastedSteps()).isZero();
  }

  @Test
  void aSettleThatHasBegunGoesOnAsADraftOfTheNewerWordsAndTakesNoMoreSteps() {
    LoopFixture fixture = new LoopFixture(STEER, 4);
    FakeSession session = fixture.session();
    session.ask(1, Plan.SETTLE, "older");
    fixture.turn(10);
    session.draft(2);
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(1 + 2);
    assertThat(session.finishedRevisions()).containsExactly(2L);
    assertThat(session.images.get(session.images.size() - 1).settled()).isFalse();
    assertThat(fixture.statistics.wastedSteps()).isZero();
  }

  @Test
  void aFinalImageIsNeverSteeredAndWhatRanBeforeItIsShown() {
    for (Plan plan : List.of(Plan.SETTLE, Plan.COMMIT)) {
      LoopFixture fixture = new LoopFixture(STEER, 4);
      FakeSession session = fixture.session();
      session.ask(1, Plan.SETTLE, "older");
      fixture.turn(10);
      fixture.turn(10);
      session.ask(2, plan, "newer");
      fixture.turnUntilIdle();
      assertThat(fixture.statistics.steered()).isZero();
      assertThat(fixture.statistics.wastedSteps()).isZero();
      assertThat(session.finishedRevisions()).containsExactly(2L);
    }
  }

  @Test
  void wordsThatNoStepHasFollowedYetAreReplacedWithoutATrace() {
    LoopFixture fixture = new LoopFixture(STEER, 1);
    FakeSession session = fixture.session();
    FakeSession other = fixture.session();
    session.draft(1);
    other.draft(1);
    fixture.turn(10);
    session.draft(2);
    other.draft(2);
    fixture.turnUntilIdle();
    assertThat(fixture.statistics.wastedSteps()).isZero();
    assertThat(other.images.get(other.images.size() - 1).steered()).isFalse();
  }

  @Test
  void enterPressedWhileTheSameWordsSettleGoesOnWithThatSettle() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 4);
    FakeSession session = fixture.session();
    session.ask(1, Plan.SETTLE, "words");
    fixture.turn(10);
    fixture.turn(10);
    session.ask(1, Plan.COMMIT, "words");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(8);
    assertThat(fixture.statistics.wastedSteps()).isZero();
    assertThat(session.images.get(session.images.size() - 1).request().plan())
        .isEqualTo(Plan.COMMIT);
  }

  @Test
  void goingBackToTheWordsThatRunGoesOnWithThem() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 4);
    FakeSession session = fixture.session();
    session.longDraft(1, "words");
    fixture.turn(10);
    session.longDraft(2, "word");
    session.longDraft(3, "words");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(8);
    assertThat(session.finishedRevisions()).containsExactly(3L);
  }

  @Test
  void aDraftDoesNotBecomeASettleThatWouldYieldToOthers() {
    LoopFixture fixture = new LoopFixture(STEER, 4);
    FakeSession session = fixture.session();
    session.longDraft(1, "words");
    fixture.turn(10);
    session.ask(1, Plan.SETTLE, "words");
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(1L, 1L);
  }

  @Test
  void aSettleWaitsForTheDraftOfItsOwnRevision() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 4);
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.turn(10);
    session.ask(1, Plan.SETTLE, "words 1");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(2 + 8);
    assertThat(session.images.get(session.images.size() - 1).settled()).isTrue();
  }

  @Test
  void aCommitIsNeverSuperseded() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 4);
    FakeSession session = fixture.session();
    session.ask(1, Plan.COMMIT, "committed");
    fixture.turn(10);
    session.draft(2);
    session.draft(3);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(1L, 3L);
    assertThat(session.revisions()).isSorted();
  }

  @Test
  void waitingCommitsAreAllPaintedAndTooManyAreRefused() {
    LoopFixture fixture = new LoopFixture(STEER, 4);
    FakeSession session = fixture.session();
    for (int revision = 1; revision <= Mailbox.MAX_COMMITTED; revision++) {
      assertThat(session.ask(revision, Plan.COMMIT, "c" + revision)).isTrue();
    }
    assertThat(session.ask(99, Plan.COMMIT, "one too many")).isFalse();
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void evenUnderRestartATypistIsShownAnImageWithinTheGuarantee() {
    LoopFixture fixture = new LoopFixture(new RestartPolicy(), 1);
    FakeSession session = fixture.session();
    session.ask(0, Plan.DRAFT, "first");
    fixture.turnUntilIdle();
    session.images.clear();
    // With a second session, no previews are made.
    fixture.session().ask(1, Plan.SETTLE, "settle");
    long begun = fixture.now;
    // A newer revision at every step, which restart alone would never finish.
    for (int revision = 1; revision <= 40 && session.images.isEmpty(); revision++) {
      session.draft(revision);
      fixture.turn(50);
    }
    assertThat(session.finishedRevisions()).hasSize(1);
    assertThat((fixture.now - begun) / 1_000_000).isLessThanOrEqualTo(750);
  }

  @Test
  void aSteeredImageIsKnownNotToBeItsRequestsOwn() {
    LoopFixture fixture = new LoopFixture(STEER, 4);
    FakeSession session = fixture.session();
    session.longDraft(1, "older");
    fixture.turn(10);
    session.longDraft(2, "newer");
    fixture.turnUntilIdle();
    session.longDraft(3, "newest");
    fixture.turnUntilIdle();
    List<GeneratedImage> finished =
        session.images.stream().filter(image -> !image.preview()).toList();
    assertThat(finished).extracting(GeneratedImage::steered).containsExactly(true, false);
  }
}
