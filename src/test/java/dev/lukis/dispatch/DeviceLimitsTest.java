package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.LoopFixture.FakeSession;
import dev.lukis.dispatch.timing.BatchProfile;
import dev.lukis.image.ImageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of people when the device is small, or its graph particular. */
class DeviceLimitsTest {
  private static final ImageSpec TYPICAL = new ImageSpec("a", "", 1, 128, 128, 2, 1);

  private final ScriptedPipeline pipeline = new ScriptedPipeline();

  private LoopFixture fixture(int batchCap) {
    return new LoopFixture(new FinishPolicy(), batchCap, pipeline, 1);
  }

  @Test
  void runningOutOfMemoryFailsItsBatchLowersTheCapAndGoesOn() {
    pipeline.memory = 2;
    LoopFixture fixture = fixture(8);
    List<FakeSession> guests = Stream.generate(fixture::session).limit(5).toList();
    guests.forEach(session -> session.draft(1));
    fixture.turnUntilIdle();
    assertThat(guests).allSatisfy(session -> assertThat(session.failures).hasSize(1));
    assertThat(fixture.loop.batchCap()).isEqualTo(2);

    guests.forEach(session -> session.draft(2));
    fixture.turnUntilIdle();
    assertThat(guests)
        .allSatisfy(session -> assertThat(session.finishedRevisions()).containsExactly(2L));
  }

  @Test
  void aSessionThatDoesNotFitAloneFailsAndTheCapStaysAtOne() {
    pipeline.memory = 0;
    LoopFixture fixture = fixture(1);
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.turnUntilIdle();
    assertThat(session.failures).hasSize(1);
    assertThat(fixture.loop.batchCap()).isEqualTo(1);
    pipeline.memory = 1;
    session.draft(2);
    fixture.turnUntilIdle();
    assertThat(session.finishedRevisions()).containsExactly(2L);
  }

  @Test
  void aProfileEndsAtTheBatchThatDoesNotFit() {
    pipeline.memory = 3;
    BatchProfile profile = BatchProfile.measure(pipeline, TYPICAL, System::nanoTime);
    assertThat(profile.stepNanos().lastKey()).isLessThanOrEqualTo(2);
  }

  @Test
  void onlyEqualTimestepsShareAStepWhereTheGraphTakesOne() {
    pipeline.mixesTimesteps = false;
    List<List<Float>> timesteps = new ArrayList<>();
    pipeline.onStep = batch -> timesteps.add(batch.stream().map(each -> each.timestep()).toList());
    LoopFixture fixture = fixture(4);
    FakeSession first = fixture.session();
    FakeSession second = fixture.session();
    FakeSession third = fixture.session();
    first.draft(1);
    fixture.turn(10);
    second.draft(1);
    third.draft(1);
    fixture.turnUntilIdle();
    assertThat(timesteps).allSatisfy(step -> assertThat(step.stream().distinct()).hasSize(1));
    assertThat(timesteps).anySatisfy(step -> assertThat(step).hasSize(2));
    for (FakeSession session : List.of(first, second, third)) {
      assertThat(session.finishedRevisions()).containsExactly(1L);
    }
  }

  @Test
  void aPreviewIsMadeOnlyWhileItShowsWordsSoonerThanTheStepsItDelays() {
    LoopFixture fixture = new LoopFixture(new FinishPolicy(), 4, pipeline, 6);
    FakeSession session = fixture.session();
    session.draft(1);
    fixture.turnUntilIdle();
    assertThat(pipeline.previews).isZero();
    session.longDraft(2, "long");
    fixture.turnUntilIdle();
    assertThat(pipeline.previews).isEqualTo(1);
  }

  @Test
  void aPreviewThatTakesAsLongAsThreeStepsHasThreeToFollow() {
    long[] now = {0};
    pipeline.onStep = batch -> now[0] += 10;
    pipeline.onPreview = () -> now[0] += 25;
    assertThat(BatchProfile.measure(pipeline, TYPICAL, () -> now[0]).previewAhead()).isEqualTo(3);
  }
}
