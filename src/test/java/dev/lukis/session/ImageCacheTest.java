package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.Plan;
import org.junit.jupiter.api.Test;

/** Going back to earlier words shows their image at once. */
class ImageCacheTest {
  private final SessionFixture fixture = new SessionFixture();

  private void typeAndSettle(long revision, String text) {
    fixture.type(revision, text);
    fixture.pass(1000);
    fixture.paint(fixture.requests.last());
  }

  @Test
  void earlierWordsAreShownAtOnceAndWithoutWork() {
    typeAndSettle(1, "a red cat ");
    typeAndSettle(2, "a blue cat ");
    int asked = fixture.requests.all().size();
    fixture.images.clear();

    fixture.type(3, "a red cat ");

    assertThat(fixture.shown()).containsExactly(3L);
    assertThat(fixture.images.get(0).image().header().settled()).isTrue();
    fixture.pass(5000);
    assertThat(fixture.requests.all()).hasSize(asked);
  }

  @Test
  void anEarlierDraftIsShownAtOnceAndSettledAfterThePause() {
    fixture.type(1, "a red cat ");
    fixture.paint(fixture.requests.last());
    fixture.type(2, "a blue cat ");
    fixture.paint(fixture.requests.last());
    int asked = fixture.requests.all().size();

    fixture.type(3, "a red cat ");
    assertThat(fixture.shown()).containsExactly(1L, 2L, 3L);
    assertThat(fixture.requests.all()).hasSize(asked);
    fixture.pass(1000);
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.SETTLE);
  }

  @Test
  void noOlderImageFollowsARememberedOne() {
    typeAndSettle(1, "a red cat ");
    fixture.type(2, "a blue cat ");
    PaintRequest blue = fixture.requests.last();
    fixture.type(3, "a red cat ");
    fixture.paint(blue);
    assertThat(fixture.shown()).endsWith(3L).doesNotContain(2L);
  }

  @Test
  void aSteeredImageIsNotRemembered() {
    fixture.type(1, "a red cat ");
    fixture.paintSteered(fixture.requests.last());
    fixture.type(2, "a blue cat ");
    int asked = fixture.requests.all().size();
    fixture.type(3, "a red cat ");
    assertThat(fixture.requests.all()).hasSize(asked + 1);
  }

  @Test
  void aRememberedImageDoesNotOvertakeACommit() {
    typeAndSettle(1, "a red cat ");
    fixture.type(2, "a blue cat ");
    fixture.session.commit(2);
    PaintRequest commit = fixture.requests.last();
    fixture.type(3, "a red cat ");
    fixture.paint(commit);
    fixture.paint(fixture.requests.last());
    assertThat(fixture.shown()).endsWith(2L, 3L);
  }

  @Test
  void aCommitOfRememberedWordsIsAnsweredAtOnce() {
    typeAndSettle(1, "a red cat ");
    int asked = fixture.requests.all().size();
    fixture.session.commit(1);
    assertThat(fixture.requests.all()).hasSize(asked);
    assertThat(fixture.lastImage().header().settled()).isTrue();
  }

  @Test
  void anImageThatWasAskedForBeforeTheModelChangedIsNotRemembered() {
    fixture.type(1, "a red cat ");
    PaintRequest before = fixture.requests.last();
    fixture.cache.clear(before.receivedAtNanos());
    fixture.paint(before);
    fixture.type(2, "a blue cat ");
    int asked = fixture.requests.all().size();
    fixture.type(3, "a red cat ");
    assertThat(fixture.requests.all()).hasSize(asked + 1);
  }
}
