package dev.lukis.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.timing.BatchProfile;
import dev.lukis.image.ImageSpec;
import org.junit.jupiter.api.Test;

class BatchProfileTest {
  private static final ImageSpec TYPICAL = new ImageSpec("a", "", 1, 128, 128, 2, 1);

  private long now;

  /** A device on which a step takes this long, in milliseconds, and so much more for each row. */
  private BatchProfile measure(long fixed, long each) {
    ScriptedPipeline pipeline = new ScriptedPipeline();
    pipeline.onStep = batch -> now += (fixed + each * batch.size()) * 1_000_000;
    return BatchProfile.measure(pipeline, TYPICAL, () -> now);
  }

  @Test
  void aDeviceThatGainsNothingFromCompanyServesOneAtATime() {
    assertThat(measure(0, 20).cap()).isEqualTo(1);
  }

  @Test
  void theCapGrowsAsLongAsItServesNoticeablyMore() {
    assertThat(measure(2, 10).cap()).isEqualTo(2);
    assertThat(measure(10, 5).cap()).isEqualTo(16);
  }

  @Test
  void noStepMayTakeSoLongThatWordsGoUnread() {
    assertThat(measure(50, 20).cap()).isEqualTo(2);
  }

  @Test
  void aLargeDeviceIsUsedToTheFull() {
    assertThat(measure(10, 0).cap()).isEqualTo(16);
  }

  @Test
  void theTimesAreKeptByBatchSize() {
    assertThat(measure(10, 5).stepNanos())
        .containsEntry(1, 15_000_000L)
        .containsEntry(4, 30_000_000L);
  }
}
