package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.painting.Plan;
import dev.lukis.scheduler.HeunDiscreteScheduler;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.scheduler.SigmaLevels;
import dev.lukis.scheduler.multistep.PndmScheduler;
import dev.lukis.scheduler.noise.BetaSchedule;
import dev.lukis.scheduler.noise.Prediction;
import dev.lukis.scheduler.noise.PredictionType;
import dev.lukis.scheduler.noise.TimestepSpacing;
import dev.lukis.scheduler.noise.TrainedNoise;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Samplers that ask the model several times in some steps, in the denoising loop. */
class SeveralCallsPerStepTest {
  private static final TrainedNoise NOISE =
      TrainedNoise.of(1000, 0.00085, 0.012, BetaSchedule.SCALED_LINEAR);
  private static final Scheduler HEUN =
      new HeunDiscreteScheduler(
          SigmaLevels.of(NOISE, TimestepSpacing.LINSPACE, 0),
          Prediction.of(PredictionType.EPSILON));

  static Stream<Scheduler> samplers() {
    return Stream.of(HEUN, pndm(true), pndm(false));
  }

  private static Scheduler pndm(boolean skipPrkSteps) {
    return new PndmScheduler(
        NOISE, PredictionType.EPSILON, TimestepSpacing.LEADING, 1, skipPrkSteps, false);
  }

  private static LoopFixture fixture(Scheduler sampler, SupersessionPolicy policy) {
    ScriptedPipeline pipeline = new ScriptedPipeline();
    pipeline.schedule = sampler::schedule;
    return new LoopFixture(policy, 2, pipeline, 1);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void peopleSeeStepsAndNotCalls(Scheduler sampler) {
    LoopFixture fixture = fixture(sampler, new SteerPolicy(0.6f));
    FakeSession session = fixture.session();
    session.ask(1, Plan.SETTLE, "settle");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(sampler.schedule(8).calls());
    assertThat(session.images)
        .isNotEmpty()
        .allSatisfy(image -> assertThat(image.step()).isBetween(1, 8))
        .allSatisfy(image -> assertThat(image.steps()).isEqualTo(8));
    assertThat(session.images.get(session.images.size() - 1).step()).isEqualTo(8);
    assertThat(session.finishedRevisions()).containsExactly(1L);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void newerWordsWithinAStepSteerAndTheDraftStillEnds(Scheduler sampler) {
    for (int calls = 1; calls < sampler.schedule(8).calls(); calls++) {
      LoopFixture fixture = fixture(sampler, new SteerPolicy(0));
      FakeSession session = fixture.session();
      session.longDraft(1, "older words");
      for (int i = 0; i < calls; i++) {
        fixture.turn(10);
      }
      session.longDraft(2, "newer words");
      fixture.turnUntilIdle();
      assertThat(fixture.pipeline.steps).hasSize(sampler.schedule(8).calls());
      assertThat(session.finishedRevisions()).containsExactly(2L);
      assertThat(session.failures).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void aSteeredDraftTakesAtMostTheStepsOfItsRequest(Scheduler sampler) {
    LoopFixture fixture = fixture(sampler, new SteerPolicy(0));
    FakeSession session = fixture.session();
    session.longDraft(1, "older words");
    fixture.turn(10);
    session.ask(2, Plan.DRAFT, "newer words");
    fixture.turnUntilIdle();
    GeneratedImage last = session.images.get(session.images.size() - 1);
    assertThat(last.preview()).isFalse();
    assertThat(last.steps()).isEqualTo(3);
    assertThat(session.finishedRevisions()).containsExactly(2L);
  }

  @ParameterizedTest
  @MethodSource("samplers")
  void aCommitWithinAStepBeginsAnewAndHasAllItsCalls(Scheduler sampler) {
    LoopFixture fixture = fixture(sampler, new SteerPolicy(0));
    FakeSession session = fixture.session();
    session.longDraft(1, "draft");
    fixture.turn(10);
    session.ask(2, Plan.COMMIT, "commit");
    fixture.turnUntilIdle();
    assertThat(fixture.pipeline.steps.stream().filter(List.of("commit")::equals))
        .hasSize(sampler.schedule(8).calls());
    assertThat(session.finishedRevisions()).containsExactly(2L);
  }

  @Test
  void whereTimestepsDoNotMixThoseAtOneTimestepShareACall() {
    LoopFixture fixture = fixture(HEUN, new SteerPolicy(0.6f));
    fixture.pipeline.mixesTimesteps = false;
    LoopFixture strict = new LoopFixture(new SteerPolicy(0.6f), 2, fixture.pipeline, 1);
    FakeSession first = strict.session();
    FakeSession second = strict.session();
    first.longDraft(1, "first");
    second.longDraft(1, "second");
    strict.turnUntilIdle();
    assertThat(fixture.pipeline.steps).hasSize(15).allSatisfy(rows -> assertThat(rows).hasSize(2));
  }
}
