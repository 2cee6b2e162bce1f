package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.Table.LiveConnection;
import dev.lukis.pipeline.ImageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What becomes of people when the device is small, or its graph particular. */
class DeviceLimitsTest {
  private static final ImageRequest TYPICAL = new ImageRequest("a", "", 1, 128, 128, 2, 1);

  private final ScriptedPipeline pipeline = new ScriptedPipeline();

  private Table table(int batchCap) {
    return new Table(new FinishPolicy(), batchCap, pipeline, 1);
  }

  @Test
  void runningOutOfMemoryAnswersThoseItHitLowersTheCapAndGoesOn() {
    pipeline.memory = 2;
    Table table = table(8);
    List<LiveConnection> guests = Stream.generate(table::seat).limit(5).toList();
    guests.forEach(guest -> guest.draft(1));
    table.turnUntilIdle();
    assertThat(guests).allSatisfy(guest -> assertThat(guest.failures).hasSize(1));
    assertThat(table.loop.batchCap()).isEqualTo(2);

    guests.forEach(guest -> guest.draft(2));
    table.turnUntilIdle();
    assertThat(guests)
        .allSatisfy(guest -> assertThat(guest.finishedRevisions()).containsExactly(2L));
  }

  @Test
  void whoIsTooManyAloneIsAnsweredAndTheCapStaysAtOne() {
    pipeline.memory = 0;
    Table table = table(1);
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.turnUntilIdle();
    assertThat(guest.failures).hasSize(1);
    assertThat(table.loop.batchCap()).isEqualTo(1);
    pipeline.memory = 1;
    guest.draft(2);
    table.turnUntilIdle();
    assertThat(guest.finishedRevisions()).containsExactly(2L);
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
    Table table = table(4);
    LiveConnection first = table.seat();
    LiveConnection second = table.seat();
    LiveConnection third = table.seat();
    first.draft(1);
    table.turn(10);
    second.draft(1);
    third.draft(1);
    table.turnUntilIdle();
    assertThat(timesteps).allSatisfy(step -> assertThat(step.stream().distinct()).hasSize(1));
    assertThat(timesteps).anySatisfy(step -> assertThat(step).hasSize(2));
    for (LiveConnection guest : List.of(first, second, third)) {
      assertThat(guest.finishedRevisions()).containsExactly(1L);
    }
  }

  @Test
  void aPreviewIsMadeOnlyWhileItShowsWordsSoonerThanTheStepsItDelays() {
    Table table = new Table(new FinishPolicy(), 4, pipeline, 6);
    LiveConnection guest = table.seat();
    guest.draft(1);
    table.turnUntilIdle();
    assertThat(pipeline.previews).isZero();
    guest.longDraft(2, "long");
    table.turnUntilIdle();
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
