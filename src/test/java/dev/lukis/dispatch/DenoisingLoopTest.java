package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.Table.Guest;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenoisingLoopTest {
  private final Table table = new Table(new SteerPolicy(0.6f), 2);

  @Test
  void sessionsShareStepsUpToTheCapAndJoinAtAnyStep() {
    Guest first = table.seat();
    Guest second = table.seat();
    first.ask(1, Plan.DRAFT, "first");
    table.loop.turn();
    second.ask(1, Plan.DRAFT, "second");
    table.turnUntilIdle();
    assertThat(table.pipeline.steps.get(0)).containsExactly("first");
    assertThat(table.pipeline.steps.get(1)).containsExactlyInAnyOrder("first", "second");
    assertThat(table.pipeline.steps.get(2)).containsExactly("second");
  }

  @Test
  void whoHasSeenNothingOfTheirNewestWordsGoesFirst() {
    Table one = new Table(new SteerPolicy(0.6f), 1);
    Guest early = one.seat();
    Guest late = one.seat();
    early.ask(1, Plan.COMMIT, "early");
    one.loop.turn();
    // Both run; the commit was shown nothing yet either, but it was served more recently.
    late.ask(1, Plan.DRAFT, "late");
    one.loop.turn();
    assertThat(one.pipeline.steps.get(1)).containsExactly("late");
  }

  @Test
  void aSettleWaitsForAnybodysDraft() {
    Guest idle = table.seat();
    Guest typist = table.seat();
    idle.ask(1, Plan.SETTLE, "settle");
    table.loop.turn();
    typist.ask(1, Plan.DRAFT, "draft");
    table.turnUntilIdle();
    List<List<String>> steps = table.pipeline.steps;
    assertThat(steps.subList(1, 3)).containsOnly(List.of("draft"));
    assertThat(steps.subList(3, steps.size())).hasSize(7).containsOnly(List.of("settle"));
  }

  @Test
  void typingFasterWinsNoMoreSteps() {
    Table one = new Table(new RestartPolicy(), 1);
    Guest fast = one.seat();
    Guest slow = one.seat();
    slow.draft(1);
    for (int i = 1; i <= 40; i++) {
      fast.draft(i);
      one.loop.turn();
    }
    assertThat(slow.finishedRevisions()).containsExactly(1L);
  }

  @Test
  void aPreviewIsShownOnceToWhoHasSeenNothingYet() {
    Guest guest = table.seat();
    guest.ask(1, Plan.SETTLE, "settle");
    table.turnUntilIdle();
    assertThat(guest.images.stream().map(GeneratedImage::step)).containsExactly(1, 8);
    assertThat(guest.images.get(0).preview()).isTrue();
    assertThat(guest.images.get(1).settled()).isTrue();
  }

  @Test
  void stoppingForgetsWhatWaitsAndWhatRuns() {
    Guest guest = table.seat();
    guest.ask(1, Plan.COMMIT, "running");
    table.loop.turn();
    guest.ask(2, Plan.COMMIT, "waiting");
    guest.images.clear();
    guest.mailbox.stop();
    assertThat(table.loop.turn()).isFalse();
    assertThat(guest.images).isEmpty();
    guest.draft(3);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(3L);
  }

  @Test
  void aClosedSessionCostsNothing() {
    Guest guest = table.seat();
    guest.ask(1, Plan.COMMIT, "running");
    table.loop.turn();
    guest.images.clear();
    guest.mailbox.close();
    assertThat(table.loop.turn()).isFalse();
    assertThat(table.loop.sessions()).isZero();
    assertThat(guest.images).isEmpty();
  }

  @Test
  void aSessionClosedDuringItsStepIsShownNothing() {
    Guest guest = table.seat();
    guest.draft(1);
    table.pipeline.beforeStep = guest.mailbox::close;
    table.loop.turn();
    assertThat(guest.images).isEmpty();
  }

  @Test
  void aFailedStepEndsItsGenerationsAndNothingElse() {
    Guest guest = table.seat();
    guest.ask(1, Plan.DRAFT, "unpaintable");
    table.turnUntilIdle();
    assertThat(guest.failures).extracting(GenerationRequest::revision).containsExactly(1L);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(2L);
  }

  @Test
  void wordsThatCannotBeEncodedFailOnceAndTheSessionGoesOn() {
    Guest guest = table.seat();
    guest.ask(1, Plan.DRAFT, "unencodable");
    table.turnUntilIdle();
    assertThat(guest.failures).extracting(GenerationRequest::revision).containsExactly(1L);
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(2L);
  }
}
