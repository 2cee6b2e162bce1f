package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintingException;
import dev.lukis.painting.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageOutboxTest {
  private final SessionFixture fixture = new SessionFixture();

  private PaintRequest ask(long revision) {
    fixture.type(revision, "cat number " + revision + " ");
    return fixture.requests.last();
  }

  private void acks() {
    fixture.session.change(SettingsChange.NONE.withAcks(true));
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
    assertThat(fixture.images).extracting(SessionFixture.Sent::number).containsExactly(1L, 2L);
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
  void aClientThatStopsReadingIsClosedAfterTheDeadline() {
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
  void aHiddenPageThatAcknowledgesNothingIsNeverGivenUpAndIsShownTheNewestWordsWhenItDoes() {
    acks();
    for (int revision = 1; revision <= 5; revision++) {
      fixture.paint(ask(revision));
    }
    fixture.pass(3_600_000);
    assertThat(fixture.stalled).isFalse();
    assertThat(fixture.shown()).containsExactly(1L, 2L);
    assertThat(fixture.requests.fetched()).isEqualTo(2);
    fixture.session.acknowledge(2);
    assertThat(fixture.shown()).containsExactly(1L, 2L, 5L);
  }

  @Test
  void nothingIsPaintedForAPageThatHasLongAcknowledgedNothingUntilItDoes() {
    acks();
    for (int revision = 1; revision <= 3; revision++) {
      fixture.paint(ask(revision));
    }
    fixture.pass(5_000);
    int asked = fixture.requests.all().size();
    fixture.type(4, "a dog ");
    fixture.pass(5_000);
    assertThat(fixture.requests.all()).hasSize(asked);
    fixture.session.acknowledge(1);
    assertThat(fixture.requests.last().image().prompt()).isEqualTo("a dog");
    fixture.pass(1_000);
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.SETTLE);
  }

  @Test
  void aCommitIsPaintedForAHiddenPageAndItsImageArrives() {
    acks();
    for (int revision = 1; revision <= 3; revision++) {
      fixture.paint(ask(revision));
    }
    fixture.pass(5_000);
    fixture.type(4, "a dog ");
    fixture.session.commit(4);
    fixture.paint(fixture.requests.last());
    fixture.session.acknowledge(2);
    assertThat(fixture.lastImage().header().settled()).isTrue();
    assertThat(fixture.shown()).endsWith(4L);
  }

  @Test
  void anImageThatIsBlockedTakesNoCredit() {
    acks();
    fixture.requests.bytes =
        header -> {
          throw PaintingException.imageBlocked();
        };
    for (int revision = 1; revision <= 3; revision++) {
      fixture.paint(ask(revision));
    }
    fixture.requests.bytes = header -> new byte[] {1};
    fixture.paint(ask(4));
    fixture.paint(ask(5));
    assertThat(fixture.shown()).containsExactly(4L, 5L);
    assertThat(fixture.images).extracting(SessionFixture.Sent::number).containsExactly(1L, 2L);
    fixture.session.acknowledge(2);
    fixture.pass(60_000);
    assertThat(fixture.stalled).isFalse();
  }

  @Test
  void anEndingSessionSendsWhatWaitsForAcknowledgements() {
    acks();
    for (int revision = 1; revision <= 3; revision++) {
      fixture.paint(ask(revision));
    }
    List<String> done = new ArrayList<>();
    fixture.session.finish(() -> done.add("done"));
    fixture.paint(fixture.requests.last());
    assertThat(fixture.shown()).containsExactly(1L, 2L, 3L, 3L);
    assertThat(done).containsExactly("done");
  }

  @Test
  void droppedImagesAreNeverEncoded() {
    fixture.slow = true;
    for (int i = 1; i <= 5; i++) {
      fixture.paint(ask(i));
    }
    fixture.written();
    fixture.written();
    assertThat(fixture.requests.fetched()).isEqualTo(2);
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
    PaintRequest first = ask(1);
    fixture.pass(50);
    PaintRequest second = ask(2);
    fixture.pass(30);
    ask(3);
    fixture.pass(20);
    fixture.paint(first);
    fixture.paint(second);
    fixture.paint(fixture.requests.last());
    assertThat(fixture.staleness).containsExactly(50L, 20L, 0L);
  }
}
