package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.dispatch.GenerationRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageOutboxTest {
  private final SessionFixture fixture = new SessionFixture();

  private GenerationRequest ask(long revision) {
    fixture.type(revision, "cat number " + revision + " ");
    return fixture.requests.last();
  }

  private void acks() {
    fixture.session.change(
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
    fixture.slow = true;
    for (int i = 1; i <= 5; i++) {
      fixture.paint(ask(i));
    }
    assertThat(fixture.shown()).containsExactly(1L);
    fixture.written();
    assertThat(fixture.shown()).containsExactly(1L, 5L);
    assertThat(fixture.dropped).isEqualTo(3);
  }

  @Test
  void theSettledImageOfACommitIsNotDropped() {
    fixture.slow = true;
    fixture.paint(ask(1));
    fixture.type(2, "committed");
    fixture.session.commit(2);
    fixture.paint(fixture.requests.last());
    fixture.paint(ask(3));
    fixture.paint(ask(4));
    fixture.written();
    fixture.written();
    assertThat(fixture.shown()).containsExactly(1L, 2L, 4L);
  }

  @Test
  void imagesAreNumberedInTheOrderOfSending() {
    fixture.slow = true;
    for (int i = 1; i <= 3; i++) {
      fixture.paint(ask(i));
    }
    fixture.written();
    assertThat(fixture.images).extracting(OutgoingImage::number).containsExactly(1L, 2L);
  }

  @Test
  void atMostTwoImagesAreUnacknowledged() {
    acks();
    for (int i = 1; i <= 4; i++) {
      fixture.paint(ask(i));
    }
    assertThat(fixture.shown()).containsExactly(1L, 2L);
    fixture.session.acknowledge(1);
    assertThat(fixture.shown()).containsExactly(1L, 2L, 4L);
  }

  @Test
  void anAcknowledgementCoversTheImagesBeforeIt() {
    acks();
    fixture.paint(ask(1));
    fixture.paint(ask(2));
    fixture.session.acknowledge(2);
    fixture.paint(ask(3));
    fixture.paint(ask(4));
    assertThat(fixture.shown()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void anAcknowledgementOfNothingIsRefused() {
    acks();
    assertThatThrownBy(() -> fixture.session.acknowledge(1))
        .hasMessage("image: 1 (expected: one sent and not acknowledged: none is)");
    fixture.paint(ask(1));
    fixture.session.acknowledge(1);
    assertThatThrownBy(() -> fixture.session.acknowledge(1)).isInstanceOf(RefusedException.class);
  }

  @Test
  void aFailedWriteDoesNotStopTheNextImage() {
    fixture.slow = true;
    fixture.paint(ask(1));
    fixture.paint(ask(2));
    fixture.writes.remove(0).fail(new IllegalStateException("scripted"));
    assertThat(fixture.shown()).containsExactly(1L, 2L);
    assertThat(fixture.failures).containsExactly("1 image-not-sent");
  }

  @Test
  void aClientThatStopsReadingIsGivenUpAfterTheDeadline() {
    fixture.slow = true;
    fixture.paint(ask(1));
    fixture.pass(9_999);
    assertThat(fixture.stalled).isFalse();
    fixture.pass(1);
    assertThat(fixture.stalled).isTrue();
    assertThat(fixture.requests.closed()).isTrue();
    assertThat(fixture.timers()).isZero();
  }

  @Test
  void aClientThatNeverAcknowledgesIsGivenUpOnceAnImageHasWaitedForIt() {
    acks();
    fixture.paint(ask(1));
    fixture.paint(ask(2));
    fixture.pass(60_000);
    assertThat(fixture.stalled).isFalse();
    fixture.paint(ask(3));
    fixture.pass(6_000);
    fixture.paint(ask(4));
    fixture.pass(3_999);
    assertThat(fixture.stalled).isFalse();
    fixture.pass(1);
    assertThat(fixture.stalled).isTrue();
    assertThat(fixture.timers()).isZero();
  }

  @Test
  void anAcknowledgementInTimeOrAStopEndsTheWait() {
    acks();
    for (int revision = 1; revision <= 3; revision++) {
      fixture.paint(ask(revision));
    }
    fixture.pass(9_000);
    fixture.session.acknowledge(1);
    fixture.paint(ask(4));
    fixture.pass(9_000);
    fixture.session.stop();
    fixture.pass(60_000);
    assertThat(fixture.stalled).isFalse();
  }

  @Test
  void aClientThatReadsInTimeIsNotGivenUp() {
    fixture.slow = true;
    fixture.paint(ask(1));
    fixture.pass(9_000);
    fixture.written();
    fixture.pass(9_000);
    assertThat(fixture.stalled).isFalse();
  }

  @Test
  void stalenessIsTheTimeSinceTheFirstNewerRevisionArrived() {
    GenerationRequest first = ask(1);
    fixture.pass(50);
    GenerationRequest second = ask(2);
    fixture.pass(30);
    ask(3);
    fixture.pass(20);
    fixture.paint(first);
    fixture.paint(second);
    fixture.paint(fixture.requests.last());
    assertThat(fixture.staleness).containsExactly(50L, 20L, 0L);
  }
}
