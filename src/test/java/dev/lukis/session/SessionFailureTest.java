package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What runs later throws nothing out of the executor, and what was lost may be asked for again. */
class SessionFailureTest {
  private final SessionFixture fixture = new SessionFixture();

  @Test
  void anExceptionInATimerIsToldAndTheSessionGoesOn() {
    fixture.reader =
        text -> {
          throw new IllegalStateException("scripted");
        };
    fixture.type(1, "a cat");
    assertThatCode(() -> fixture.pass(1_000)).doesNotThrowAnyException();
    assertThat(fixture.failures).containsExactly("1 internal-error");
    fixture.reader = text -> fixture.reading;
    fixture.type(2, "a dog ");
    fixture.paint(fixture.requests.last());
    assertThat(fixture.shown()).containsExactly(2L);
  }

  @Test
  void anExceptionWhileAnImageIsHandedOnIsToldAndTheSessionGoesOn() {
    fixture.type(1, "a cat");
    fixture.refuseImages = true;
    PaintRequest request = fixture.requests.last();
    assertThatCode(() -> fixture.paint(request)).doesNotThrowAnyException();
    assertThat(fixture.failures).containsExactly("1 image-not-sent");
    fixture.refuseImages = false;
    fixture.type(2, "a dog ");
    fixture.paint(fixture.requests.last());
    assertThat(fixture.shown()).containsExactly(2L);
  }

  @Test
  void anImageOfEarlierSettingsDoesNotFollowARememberedOneOfTheSameRevision() {
    fixture.type(1, "a cat");
    fixture.pass(1_000);
    fixture.paint(fixture.requests.last());
    fixture.session.change(SettingsChange.NONE.withSeed(99));
    PaintRequest other = fixture.requests.last();
    fixture.session.change(SettingsChange.NONE.withSeed(7));
    fixture.paint(other);
    assertThat(fixture.lastImage().header().request().image().seed()).isEqualTo(7);
  }

  @Test
  void aCommitThatTakesOverARunningSettleAnswersIt() {
    List<String> done = new ArrayList<>();
    fixture.type(1, "a cat");
    fixture.pass(1_000);
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.SETTLE);
    fixture.session.commit(1);
    fixture.session.finish(() -> done.add("done"));
    fixture.paint(fixture.requests.last());
    assertThat(done).containsExactly("done");
  }
}
