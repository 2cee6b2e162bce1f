package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.Table.LiveConnection;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenoisingLoopTest {
  private final Table table = new Table(new SteerPolicy(0.6f), 2);

  @Test
  void sessionsShareStepsUpToTheCapAndJoinAtAnyStep() {
    LiveConnection first = table.seat();
    LiveConnection second = table.seat();
    first.ask(1, Plan.DRAFT, "first");
    table.turn(10);
    second.ask(1, Plan.DRAFT, "second");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps.get(0)).containsExactly("first");
    assertThat(table.pipeline.steps.get(1)).containsExactlyInAnyOrder("first", "second");
    assertThat(table.pipeline.steps.get(2)).containsExactly("second");
  }

  @Test
  void whoHasSeenNothingOfTheirNewestWordsGoesFirst() {
    Table one = new Table(new SteerPolicy(0.6f), 1);
    LiveConnection served = one.seat();
    LiveConnection waiting = one.seat();
    served.ask(1, Plan.COMMIT, "served");
    one.turn(10);
    one.turn(10);
    waiting.ask(1, Plan.DRAFT, "waiting");
    one.turn(10);
    // The first was shown a preview of its revision; the other has yet to see anything.
    assertThat(served.revisions()).containsExactly(1L);
    assertThat(one.pipeline.steps.get(2)).containsExactly("waiting");
  }

  @Test
  void underLoadAGenerationThatHasBegunRunsToItsEnd() {
    Table one = new Table(new SteerPolicy(0.6f), 1);
    LiveConnection first = one.seat();
    LiveConnection second = one.seat();
    first.ask(1, Plan.DRAFT, "first");
    second.ask(1, Plan.DRAFT, "second");
    one.turnUntilIdle();
    assertThat(one.pipeline.steps)
        .containsExactly(List.of("first"), List.of("first"), List.of("second"), List.of("second"));
  }

  @Test
  void whoWasShownAnImageLongestAgoGoesFirst() {
    Table one = new Table(new FinishPolicy(), 1);
    LiveConnection first = one.seat();
    LiveConnection second = one.seat();
    first.ask(1, Plan.DRAFT, "first 1");
    one.turn(10);
    one.turn(10);
    first.ask(2, Plan.DRAFT, "first 2");
    second.ask(1, Plan.DRAFT, "second 1");
    one.turn(10);
    assertThat(one.pipeline.steps.get(2)).containsExactly("second 1");
  }

  @Test
  void aSettleThatHasWaitedLongEnoughIsNoLongerPutBehindDrafts() {
    Table one = new Table(new FinishPolicy(), 1);
    LiveConnection idle = one.seat();
    LiveConnection typist = one.seat();
    idle.ask(1, Plan.SETTLE, "settle");
    for (int revision = 1; revision <= 60; revision++) {
      typist.draft(revision);
      one.turn(100);
    }
    assertThat(idle.finishedRevisions()).containsExactly(1L);
  }

  @Test
  void goingBackToEarlierWordsAsksTheTextEncoderNoMore() {
    LiveConnection guest = table.seat();
    for (int revision = 1; revision <= 3; revision++) {
      guest.ask(revision, Plan.DRAFT, revision == 2 ? "a blue cat" : "a red cat");
      table.turnUntilIdle();
    }
    assertThat(table.pipeline.encoded).containsExactly("a red cat", "a blue cat");
  }

  @Test
  void aSettleWaitsForAnybodysDraft() {
    LiveConnection idle = table.seat();
    LiveConnection typist = table.seat();
    idle.ask(1, Plan.SETTLE, "settle");
    table.turn(10);
    typist.ask(1, Plan.DRAFT, "draft");
    table.turnUntilIdle();
    List<List<String>> steps = table.pipeline.steps;
    assertThat(steps.subList(1, 3)).containsOnly(List.of("draft"));
    assertThat(steps.subList(3, steps.size())).hasSize(7).containsOnly(List.of("settle"));
  }

  @Test
  void typingFasterWinsNoMoreSteps() {
    Table one = new Table(new RestartPolicy(), 1);
    LiveConnection fast = one.seat();
    LiveConnection slow = one.seat();
    slow.draft(1);
    for (int i = 1; i <= 40; i++) {
      fast.draft(i);
      one.turn(10);
    }
    assertThat(slow.finishedRevisions()).containsExactly(1L);
  }

  @Test
  void aPreviewIsShownOnceToWhoHasSeenNothingYet() {
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.SETTLE, "settle");
    table.turnUntilIdle();
    assertThat(guest.images.stream().map(GeneratedImage::step)).containsExactly(1, 8);
    assertThat(guest.images.get(0).preview()).isTrue();
    assertThat(guest.images.get(1).settled()).isTrue();
  }

  @Test
  void stoppingForgetsWhatWaitsAndWhatRuns() {
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.COMMIT, "running");
    table.turn(10);
    guest.ask(2, Plan.COMMIT, "waiting");
    guest.images.clear();
    guest.mailbox.stop();
    assertThat(table.turn(10)).isFalse();
    assertThat(guest.images).isEmpty();
    guest.draft(3);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(3L);
  }

  @Test
  void aClosedSessionCostsNothing() {
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.COMMIT, "running");
    table.turn(10);
    guest.images.clear();
    guest.mailbox.close();
    assertThat(table.turn(10)).isFalse();
    assertThat(table.loop.sessions()).isZero();
    assertThat(guest.images).isEmpty();
  }

  @Test
  void aSessionClosedDuringItsStepIsShownNothing() {
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.pipeline.beforeStep = guest.mailbox::close;
    table.turn(10);
    assertThat(guest.images).isEmpty();
  }

  @Test
  void aSessionStoppedDuringItsLastStepIsShownNothing() {
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.turn(10);
    guest.images.clear();
    table.pipeline.beforeStep = guest.mailbox::stop;
    table.turn(10);
    table.pipeline.beforeStep = () -> {};
    table.turnUntilIdle();
    assertThat(guest.images).isEmpty();
    assertThat(table.pipeline.steps).hasSize(2);
  }

  @Test
  void aFailedStepEndsItsGenerationsAndNothingElse() {
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.DRAFT, "unpaintable");
    table.turnUntilIdle();
    assertThat(guest.failures).extracting(GenerationRequest::revision).containsExactly(1L);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(2L);
  }

  @Test
  void wordsThatCannotBeEncodedFailOnceAndTheSessionGoesOn() {
    LiveConnection guest = table.seat();
    guest.ask(1, Plan.DRAFT, "unencodable");
    table.turnUntilIdle();
    assertThat(guest.failures).extracting(GenerationRequest::revision).containsExactly(1L);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(2L);
  }
}
