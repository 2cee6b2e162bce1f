package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.dispatch.GenerationRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageOutboxTest {
  private final Desk desk = new Desk();

  private GenerationRequest ask(long revision) {
    desk.type(revision, "cat number " + revision + " ");
    return desk.requests.last();
  }

  private void acks() {
    desk.session.change(
        new SettingsChange(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true)));
  }

  @Test
  void oneImageIsWrittenAndOnlyTheNewestWaits() {
    desk.slow = true;
    for (int i = 1; i <= 5; i++) {
      desk.paint(ask(i));
    }
    assertThat(desk.shown()).containsExactly(1L);
    desk.written();
    assertThat(desk.shown()).containsExactly(1L, 5L);
    assertThat(desk.dropped).isEqualTo(3);
  }

  @Test
  void theSettledImageOfACommitIsNotDropped() {
    desk.slow = true;
    desk.paint(ask(1));
    desk.type(2, "committed");
    desk.session.commit(2);
    desk.paint(desk.requests.last());
    desk.paint(ask(3));
    desk.paint(ask(4));
    desk.written();
    desk.written();
    assertThat(desk.shown()).containsExactly(1L, 2L, 4L);
  }

  @Test
  void imagesAreNumberedInTheOrderOfSending() {
    desk.slow = true;
    for (int i = 1; i <= 3; i++) {
      desk.paint(ask(i));
    }
    desk.written();
    assertThat(desk.images).extracting(OutgoingImage::number).containsExactly(1L, 2L);
  }

  @Test
  void atMostTwoImagesAreUnacknowledged() {
    acks();
    for (int i = 1; i <= 4; i++) {
      desk.paint(ask(i));
    }
    assertThat(desk.shown()).containsExactly(1L, 2L);
    desk.session.acknowledge(1);
    assertThat(desk.shown()).containsExactly(1L, 2L, 4L);
  }

  @Test
  void anAcknowledgementCoversTheImagesBeforeIt() {
    acks();
    desk.paint(ask(1));
    desk.paint(ask(2));
    desk.session.acknowledge(2);
    desk.paint(ask(3));
    desk.paint(ask(4));
    assertThat(desk.shown()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void anAcknowledgementOfNothingIsRefused() {
    acks();
    assertThatThrownBy(() -> desk.session.acknowledge(1))
        .hasMessage("image: 1 (expected: one sent and not acknowledged: none is)");
    desk.paint(ask(1));
    desk.session.acknowledge(1);
    assertThatThrownBy(() -> desk.session.acknowledge(1)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aFailedWriteDoesNotStopTheNextImage() {
    desk.slow = true;
    desk.paint(ask(1));
    desk.paint(ask(2));
    desk.writes.remove(0).fail(new IllegalStateException("scripted"));
    assertThat(desk.shown()).containsExactly(1L, 2L);
    assertThat(desk.failures).containsExactly("1 image-not-sent");
  }

  @Test
  void aClientThatStopsReadingIsGivenUpAfterTheDeadline() {
    desk.slow = true;
    desk.paint(ask(1));
    desk.pass(9_999);
    assertThat(desk.stalled).isFalse();
    desk.pass(1);
    assertThat(desk.stalled).isTrue();
    assertThat(desk.requests.closed()).isTrue();
    assertThat(desk.timers()).isZero();
  }

  @Test
  void aClientThatNeverAcknowledgesIsGivenUpOnceAnImageHasWaitedForIt() {
    acks();
    desk.paint(ask(1));
    desk.paint(ask(2));
    desk.pass(60_000);
    assertThat(desk.stalled).isFalse();
    desk.paint(ask(3));
    desk.pass(6_000);
    desk.paint(ask(4));
    desk.pass(3_999);
    assertThat(desk.stalled).isFalse();
    desk.pass(1);
    assertThat(desk.stalled).isTrue();
    assertThat(desk.timers()).isZero();
  }

  @Test
  void anAcknowledgementInTimeOrAStopEndsTheWait() {
    acks();
    for (int revision = 1; revision <= 3; revision++) {
      desk.paint(ask(revision));
    }
    desk.pass(9_000);
    desk.session.acknowledge(1);
    desk.paint(ask(4));
    desk.pass(9_000);
    desk.session.stop();
    desk.pass(60_000);
    assertThat(desk.stalled).isFalse();
  }

  @Test
  void aClientThatReadsInTimeIsNotGivenUp() {
    desk.slow = true;
    desk.paint(ask(1));
    desk.pass(9_000);
    desk.written();
    desk.pass(9_000);
    assertThat(desk.stalled).isFalse();
  }

  @Test
  void stalenessIsTheTimeSinceTheFirstNewerRevisionArrived() {
    GenerationRequest first = ask(1);
    desk.pass(50);
    GenerationRequest second = ask(2);
    desk.pass(30);
    ask(3);
    desk.pass(20);
    desk.paint(first);
    desk.paint(second);
    desk.paint(desk.requests.last());
    assertThat(desk.staleness).containsExactly(50L, 20L, 0L);
  }
}
