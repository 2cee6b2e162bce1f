package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.model.onnx.NonFiniteOutputException;
import dev.lukis.model.onnx.OnnxType;
import dev.lukis.painting.Plan;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.UnusableOutputException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenoisingLoopTest {
  private final LoopFixture fixture = new LoopFixture(new SteerPolicy(0.6f), 2);

  @Test
  void sessionsShareStepsUpToTheCapAndJoinAtAnyStep() {
    FakeSession first = fixture.session();
    FakeSession second = fixture.session();
    first.ask(1, Plan.DRAFT, "first");
    fixture.turn(10);
    second.ask(1, Plan.DRAFT, "second");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps.get(0)).containsExactly("first");
    assertThat(fixture.pipeline.steps.get(1)).containsExactlyInAnyOrder("first", "second");
    assertThat(fixture.pipeline.steps.get(2)).containsExactly("second");
  }

  @Test
  void sessionsThatHaveSeenNothingOfTheirNewestWordsGoFirst() {
    LoopFixture one = new LoopFixture(new SteerPolicy(0.6f), 1);
    FakeSession served = one.session();
    FakeSession waiting = one.session();
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
    LoopFixture one = new LoopFixture(new SteerPolicy(0.6f), 1);
    FakeSession first = one.session();
    FakeSession second = one.session();
    first.ask(1, Plan.DRAFT, "first");
    second.ask(1, Plan.DRAFT, "second");
    one.turnUntilIdle();
    assertThat(one.pipeline.steps)
        .containsExactly(List.of("first"), List.of("first"), List.of("second"), List.of("second"));
  }

  @Test
  void theSessionWhoseLastImageIsOldestGoesFirst() {
    LoopFixture one = new LoopFixture(new FinishPolicy(), 1);
    FakeSession first = one.session();
    FakeSession second = one.session();
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
    LoopFixture one = new LoopFixture(new FinishPolicy(), 1);
    FakeSession idle = one.session();
    FakeSession typist = one.session();
    idle.ask(1, Plan.SETTLE, "settle");
    for (int revision = 1; revision <= 60; revision++) {
      typist.draft(revision);
      one.turn(100);
    }
    assertThat(idle.finishedRevisions()).containsExactly(1L);
  }

  @Test
  void goingBackToEarlierWordsAsksTheTextEncoderNoMore() {
    FakeSession session = fixture.session();
    for (int revision = 1; revision <= 3; revision++) {
      session.ask(revision, Plan.DRAFT, revision == 2 ? "a blue cat" : "a red cat");
      fixture.turnUntilIdle();
    }
    assertThat(fixture.pipeline.encoded).containsExactly("a red cat", "a blue cat");
  }

  @Test
  void aSettleWaitsForAnybodysDraft() {
    FakeSession idle = fixture.session();
    FakeSession typist = fixture.session();
    idle.ask(1, Plan.SETTLE, "settle");
    fixture.turn(10);
    typist.ask(1, Plan.DRAFT, "draft");
    fixture.turnUntilIdle();
    List<List<String>> steps = fixture.pipeline.steps;
    assertThat(steps.subList(1, 3)).containsOnly(List.of("draft"));
    assertThat(steps.subList(3, steps.size())).hasSize(7).containsOnly(List.of("settle"));
  }

  @Test
  void typingFasterWinsNoMoreSteps() {
    LoopFixture one = new LoopFixture(new RestartPolicy(), 1);
    FakeSession fast = one.session();
    FakeSession slow = one.session();
    slow.draft(1);
    for (int i = 1; i <= 40; i++) {
      fast.draft(i);
      one.turn(10);
    }
    assertThat(slow.finishedRevisions()).containsExactly(1L);
  }

  @Test
  void aSessionThatHasSeenNothingYetGetsOnePreview() {
    FakeSession session = fixture.session();
    session.ask(1, Plan.SETTLE, "settle");
    fixture.turnUntilIdle();
    assertThat(session.images.stream().map(GeneratedImage::step)).containsExactly(1, 8);
    assertThat(session.images.get(0).preview()).isTrue();
    assertThat(session.images.get(1).settled()).isTrue();
  }

  @Test
  void stoppingForgetsWhatWaitsAndWhatRuns() {
    FakeSession session = fixture.session();
    session.ask(1, Plan.COMMIT, "running");
    fixture.turn(10);
    session.ask(2, Plan.COMMIT, "waiting");
    session.images.clear();
    session.mailbox.stop();
    assertThat(fixture.turn(10)).isFalse();
    assertThat(session.images).isEmpty();
    session.draft(3);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(3L);
  }

  @Test
  void aClosedSessionCostsNothing() {
    FakeSession session = fixture.session();
    session.ask(1, Plan.COMMIT, "running");
    fixture.turn(10);
    session.images.clear();
    session.mailbox.close();
    assertThat(fixture.turn(10)).isFalse();
    assertThat(fixture.loop.sessions()).isZero();
    assertThat(session.images).isEmpty();
  }

  @Test
  void aSessionClosedDuringItsStepIsShownNothing() {
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.pipeline.beforeStep = session.mailbox::close;
    fixture.turn(10);
    assertThat(session.images).isEmpty();
  }

  @Test
  void aSessionStoppedDuringItsLastStepIsShownNothing() {
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.turn(10);
    session.images.clear();
    fixture.pipeline.beforeStep = session.mailbox::stop;
    fixture.turn(10);
    fixture.pipeline.beforeStep = () -> {};
    fixture.turnUntilIdle();
    assertThat(session.images).isEmpty();
    assertThat(fixture.pipeline.steps).hasSize(2);
  }

  @Test
  void aFailedStepEndsItsGenerationsAndNothingElse() {
    FakeSession session = fixture.session();
    session.ask(1, Plan.DRAFT, "unpaintable");
    fixture.turnUntilIdle();
    assertThat(session.failures).extracting(GenerationRequest::revision).containsExactly(1L);
    session.draft(2);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(2L);
  }

  @Test
  void wordsThatCannotBeEncodedFailOnceAndTheSessionGoesOn() {
    FakeSession session = fixture.session();
    session.ask(1, Plan.DRAFT, "unencodable");
    fixture.turnUntilIdle();
    assertThat(session.failures).extracting(GenerationRequest::revision).containsExactly(1L);
    session.draft(2);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(2L);
  }

  private void failFor(String prompt) {
    fixture.pipeline.onStep =
        batch ->
            batch.stream()
                .filter(generation -> generation.request().prompt().equals(prompt))
                .findFirst()
                .ifPresent(
                    bad -> {
                      throw unusable(bad);
                    });
  }

  private static UnusableOutputException unusable(Generation bad) {
    return new UnusableOutputException(
        List.of(bad),
        new NonFiniteOutputException("unet/model.onnx", OnnxType.FLOAT16, List.of(0), 2));
  }

  @Test
  void aGenerationWithoutAUsableStepFailsAloneAndItsNeighboursKeepTheirs() {
    FakeSession bad = fixture.session();
    FakeSession good = fixture.session();
    failFor("bad");
    bad.ask(1, Plan.DRAFT, "bad");
    good.ask(1, Plan.DRAFT, "good");
    fixture.turn(10);
    assertThat(bad.failures).hasSize(1);
    assertThat(fixture.pipeline.steps).containsExactly(List.of("good"));
    fixture.turnUntilIdle();
    assertThat(good.finishedRevisions()).containsExactly(1L);
    assertThat(good.failures).isEmpty();
    assertThat(bad.images).isEmpty();
  }

  @Test
  void aGenerationWithoutAUsableImageFailsAloneAndItsNeighboursAreShownTheirs() {
    FakeSession bad = fixture.session();
    FakeSession good = fixture.session();
    fixture.pipeline.onDecode =
        batch -> {
          if (batch.size() == 2) {
            throw unusable(batch.get(0));
          }
        };
    bad.ask(1, Plan.DRAFT, "bad");
    good.ask(1, Plan.DRAFT, "good");
    fixture.turnUntilIdle();
    assertThat(bad.failures.size() + good.failures.size()).isEqualTo(1);
    assertThat(bad.finishedRevisions().size() + good.finishedRevisions().size()).isEqualTo(1);
  }
}
