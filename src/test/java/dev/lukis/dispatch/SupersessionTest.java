package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.Table.LiveConnection;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupersessionTest {
  private static final SteerPolicy STEER = new SteerPolicy(0.6f);

  @Test
  void theNewestWaitingRevisionReplacesOlderOnes() {
    Table table = new Table(new FinishPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.draft(1);
    guest.draft(2);
    guest.draft(3);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(3L);
    assertThat(table.statistics.superseded()).isEqualTo(2);
    assertThat(table.statistics.generations()).isEqualTo(1);
  }

  @Test
  void restartDropsTheRunningGenerationAtTheNextStep() {
    Table table = new Table(new RestartPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.turn(10);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(2L);
    assertThat(table.pipeline.steps).hasSize(3);
  }

  @Test
  void stepsNobodySawCountAsWasted() {
    Table table = new Table(new RestartPolicy(), 1);
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.SETTLE, "a");
    table.turn(10);
    table.turn(10);
    table.turn(10);
    guest.draft(2);
    table.turnUntilIdle();
    // The first step of the settle was shown as a preview, since nothing had been shown yet.
    assertThat(table.statistics.wastedSteps()).isEqualTo(2);
  }

  @Test
  void finishShowsTheOlderDraftAndThenTheNewer() {
    Table table = new Table(new FinishPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.turn(10);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(1L, 2L);
    assertThat(table.statistics.wastedSteps()).isZero();
  }

  @Test
  void steerGoesOnUnderTheNewerWordsWhileNoiseRemains() {
    Table table = new Table(STEER, 4);
    LiveConnection guest = table.seat();
    guest.longDraft(1, "older");
    table.turn(10);
    table.turn(10);
    guest.longDraft(2, "newer");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps).hasSize(8);
    assertThat(guest.finishedRevisions()).containsExactly(2L);
    assertThat(table.statistics.steered()).isEqualTo(1);
  }

  @Test
  void steerShowsWhatItHasWhenTheNewerWordsCouldNoLongerShow() {
    Table table = new Table(STEER, 4);
    LiveConnection guest = table.seat();
    guest.longDraft(1, "older");
    for (int i = 0; i < 5; i++) {
      table.turn(10);
    }
    guest.longDraft(2, "newer");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps).hasSize(5 + 8);
    // A preview after the first step, what there was when the newer words came, then the newer.
    assertThat(guest.images.get(1).step()).isEqualTo(5);
    assertThat(guest.revisions()).startsWith(1L, 1L).endsWith(2L);
    assertThat(table.statistics.wastedSteps()).isZero();
  }

  @Test
  void aSettleThatHasBegunGoesOnAsADraftOfTheNewerWordsAndTakesNoMoreSteps() {
    Table table = new Table(STEER, 4);
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.SETTLE, "older");
    table.turn(10);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(table.pipeline.steps).hasSize(1 + 2);
    assertThat(guest.finishedRevisions()).containsExactly(2L);
    assertThat(guest.images.get(guest.images.size() - 1).settled()).isFalse();
    assertThat(table.statistics.wastedSteps()).isZero();
  }

  @Test
  void aFinalImageIsNeverSteeredAndWhatRanBeforeItIsShown() {
    for (Plan plan : List.of(Plan.SETTLE, Plan.COMMIT)) {
      Table table = new Table(STEER, 4);
      LiveConnection guest = table.seat();
      guest.ask(1, Plan.SETTLE, "older");
      table.turn(10);
      table.turn(10);
      guest.ask(2, plan, "newer");
      table.turnUntilIdle();
      assertThat(table.statistics.steered()).isZero();
      assertThat(table.statistics.wastedSteps()).isZero();
      assertThat(guest.finishedRevisions()).containsExactly(2L);
    }
  }

  @Test
  void wordsThatNoStepHasFollowedYetAreReplacedWithoutATrace() {
    Table table = new Table(STEER, 1);
    LiveConnection guest = table.seat();
    LiveConnection other = table.seat();
    guest.draft(1);
    other.draft(1);
    table.turn(10);
    guest.draft(2);
    other.draft(2);
    table.turnUntilIdle();
    assertThat(table.statistics.wastedSteps()).isZero();
    assertThat(other.images.get(other.images.size() - 1).steered()).isFalse();
  }

  @Test
  void enterPressedWhileTheSameWordsSettleGoesOnWithThatSettle() {
    Table table = new Table(new RestartPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.SETTLE, "words");
    table.turn(10);
    table.turn(10);
    guest.ask(1, Plan.COMMIT, "words");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps).hasSize(8);
    assertThat(table.statistics.wastedSteps()).isZero();
    assertThat(guest.images.get(guest.images.size() - 1).request().plan()).isEqualTo(Plan.COMMIT);
  }

  @Test
  void goingBackToTheWordsThatRunGoesOnWithThem() {
    Table table = new Table(new RestartPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.longDraft(1, "words");
    table.turn(10);
    guest.longDraft(2, "word");
    guest.longDraft(3, "words");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps).hasSize(8);
    assertThat(guest.finishedRevisions()).containsExactly(3L);
  }

  @Test
  void aDraftDoesNotBecomeASettleThatWouldYieldToOthers() {
    Table table = new Table(STEER, 4);
    LiveConnection guest = table.seat();
    guest.longDraft(1, "words");
    table.turn(10);
    guest.ask(1, Plan.SETTLE, "words");
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(1L, 1L);
  }

  @Test
  void aSettleWaitsForTheDraftOfItsOwnRevision() {
    Table table = new Table(new RestartPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.turn(10);
    guest.ask(1, Plan.SETTLE, "words 1");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps).hasSize(2 + 8);
    assertThat(guest.images.get(guest.images.size() - 1).settled()).isTrue();
  }

  @Test
  void aCommitIsNeverSuperseded() {
    Table table = new Table(new RestartPolicy(), 4);
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.COMMIT, "committed");
    table.turn(10);
    guest.draft(2);
    guest.draft(3);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(1L, 3L);
    assertThat(guest.revisions()).isSorted();
  }

  @Test
  void waitingCommitsAreAllPaintedAndTooManyAreRefused() {
    Table table = new Table(STEER, 4);
    LiveConnection guest = table.seat();
    for (int revision = 1; revision <= Mailbox.MAX_COMMITTED; revision++) {
      assertThat(guest.ask(revision, Plan.COMMIT, "c" + revision)).isTrue();
    }
    assertThat(guest.ask(99, Plan.COMMIT, "one too many")).isFalse();
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void evenUnderRestartATypistIsShownAnImageWithinTheGuarantee() {
    Table table = new Table(new RestartPolicy(), 1);
    LiveConnection guest = table.seat();
    guest.ask(0, Plan.DRAFT, "first");
    table.turnUntilIdle();
    guest.images.clear();
    // Somebody else is there, so that no previews are made.
    table.seat().ask(1, Plan.SETTLE, "settle");
    long begun = table.now;
    // A newer revision at every step, which restart alone would never finish.
    for (int revision = 1; revision <= 40 && guest.images.isEmpty(); revision++) {
      guest.draft(revision);
      table.turn(50);
    }
    assertThat(guest.finishedRevisions()).hasSize(1);
    assertThat((table.now - begun) / 1_000_000).isLessThanOrEqualTo(750);
  }

  @Test
  void aSteeredImageIsKnownNotToBeItsRequestsOwn() {
    Table table = new Table(STEER, 4);
    LiveConnection guest = table.seat();
    guest.longDraft(1, "older");
    table.turn(10);
    guest.longDraft(2, "newer");
    table.turnUntilIdle();
    guest.longDraft(3, "newest");
    table.turnUntilIdle();
    List<GeneratedImage> finished =
        guest.images.stream().filter(image -> !image.preview()).toList();
    assertThat(finished).extracting(GeneratedImage::steered).containsExactly(true, false);
  }
}
