package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.painting.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Going on over another connection, and ending without loss. */
class SessionResumeTest {
  private final SessionFixture before = new SessionFixture();
  private final SessionFixture after = new SessionFixture();

  private void settle(SessionFixture fixture) {
    fixture.pass(1_000);
    fixture.paint(fixture.requests.last());
  }

  @Test
  void theLastImageIsShownAgainAndNothingIsPaintedWhenItWasSettled() {
    before.type(1, "a cat");
    settle(before);
    after.session.resume(before.session.state());
    after.pass(5_000);
    assertThat(after.shown()).containsExactly(1L);
    assertThat(after.lastImage().bytes()).isEqualTo(before.lastImage().bytes());
    assertThat(after.requests.all()).isEmpty();
  }

  @Test
  void wordsThatWereNotYetSettledArePainted() {
    before.type(1, "a cat");
    settle(before);
    before.type(2, "a dog");
    after.session.resume(before.session.state());
    after.pass(5_000);
    assertThat(after.shown()).containsExactly(1L);
    assertThat(after.requests.plans()).containsExactly(Plan.DRAFT, Plan.SETTLE);
    assertThat(after.requests.last().image().prompt()).isEqualTo("a dog");
    assertThat(after.requests.last().revision()).isEqualTo(2);
  }

  @Test
  void revisionsGoOn() {
    before.type(7, "a cat");
    after.session.resume(before.session.state());
    assertThatThrownBy(() -> after.type(7, "a dog")).isInstanceOf(RefusedException.class);
    after.type(8, "a dog ");
    assertThat(after.requests.last().revision()).isEqualTo(8);
  }

  @Test
  void endingSettlesTheNewestWordsFirst() {
    List<String> done = new ArrayList<>();
    before.type(1, "a cat");
    before.type(2, "a cat on");
    before.session.finish(() -> done.add("done"));
    assertThat(done).isEmpty();
    assertThat(before.requests.last().plan()).isEqualTo(Plan.SETTLE);
    assertThat(before.requests.last().image().prompt()).isEqualTo("a cat on");
    before.slow = true;
    before.paint(before.requests.last());
    assertThat(done).isEmpty();
    before.written();
    assertThat(done).containsExactly("done");
  }

  @Test
  void aSessionWithoutOpenRequestsFinishesAtOnce() {
    List<String> done = new ArrayList<>();
    before.session.finish(() -> done.add("never typed"));
    after.type(1, "a cat");
    settle(after);
    after.session.finish(() -> done.add("settled"));
    assertThat(done).containsExactly("never typed", "settled");
  }

  @Test
  void aFailedGenerationDoesNotKeepAnybody() {
    List<String> done = new ArrayList<>();
    before.type(1, "a cat");
    before.session.finish(() -> done.add("done"));
    before.fail(before.requests.last());
    assertThat(done).containsExactly("done");
  }

  @Test
  void aCommitIsWaitedFor() {
    List<String> done = new ArrayList<>();
    before.type(1, "a cat");
    before.session.commit(1);
    before.session.finish(() -> done.add("done"));
    assertThat(done).isEmpty();
    before.paint(before.requests.last());
    assertThat(done).containsExactly("done");
  }
}
