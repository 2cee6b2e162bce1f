package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;
import org.junit.jupiter.api.Test;

/** Going back to earlier words shows their image at once. */
class ImageCacheTest {
  private final Desk desk = new Desk();

  private void typeAndSettle(long revision, String text) {
    desk.type(revision, text);
    desk.pass(1000);
    desk.paint(desk.requests.last());
  }

  @Test
  void earlierWordsAreShownAtOnceAndWithoutWork() {
    typeAndSettle(1, "a red cat ");
    typeAndSettle(2, "a blue cat ");
    int asked = desk.requests.all().size();
    desk.images.clear();

    desk.type(3, "a red cat ");

    assertThat(desk.shown()).containsExactly(3L);
    assertThat(desk.images.get(0).picture().settled()).isTrue();
    desk.pass(5000);
    assertThat(desk.requests.all()).hasSize(asked);
  }

  @Test
  void anEarlierDraftIsShownAtOnceAndSettledAfterThePause() {
    desk.type(1, "a red cat ");
    desk.paint(desk.requests.last());
    desk.type(2, "a blue cat ");
    desk.paint(desk.requests.last());
    int asked = desk.requests.all().size();

    desk.type(3, "a red cat ");
    assertThat(desk.shown()).containsExactly(1L, 2L, 3L);
    assertThat(desk.requests.all()).hasSize(asked);
    desk.pass(1000);
    assertThat(desk.requests.last().plan()).isEqualTo(Plan.SETTLE);
  }

  @Test
  void noOlderImageFollowsARememberedOne() {
    typeAndSettle(1, "a red cat ");
    desk.type(2, "a blue cat ");
    GenerationRequest blue = desk.requests.last();
    desk.type(3, "a red cat ");
    desk.paint(blue);
    assertThat(desk.shown()).endsWith(3L).doesNotContain(2L);
  }

  @Test
  void aSteeredImageIsNotRemembered() {
    desk.type(1, "a red cat ");
    desk.paintSteered(desk.requests.last());
    desk.type(2, "a blue cat ");
    int asked = desk.requests.all().size();
    desk.type(3, "a red cat ");
    assertThat(desk.requests.all()).hasSize(asked + 1);
  }

  @Test
  void aRememberedImageDoesNotOvertakeACommit() {
    typeAndSettle(1, "a red cat ");
    desk.type(2, "a blue cat ");
    desk.session.commit(2);
    GenerationRequest commit = desk.requests.last();
    desk.type(3, "a red cat ");
    desk.paint(commit);
    desk.paint(desk.requests.last());
    assertThat(desk.shown()).endsWith(2L, 3L);
  }

  @Test
  void aCommitOfRememberedWordsIsAnsweredAtOnce() {
    typeAndSettle(1, "a red cat ");
    int asked = desk.requests.all().size();
    desk.session.commit(1);
    assertThat(desk.requests.all()).hasSize(asked);
    assertThat(desk.images.get(desk.images.size() - 1).picture().settled()).isTrue();
  }
}
