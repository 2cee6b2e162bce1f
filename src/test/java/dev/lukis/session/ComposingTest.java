package dev.lukis.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.painting.Plan;
import org.junit.jupiter.api.Test;

/** Words that an input method composes are painted and settled without an end of composition. */
class ComposingTest {
  private final SessionFixture fixture = new SessionFixture();

  private void compose(long revision, String text) {
    fixture.session.prompt(revision, text, true);
  }

  @Test
  void aComposedLatinWordIsPaintedAndSettles() {
    compose(1, "b");
    compose(2, "balloon");
    fixture.pass(120);
    assertThat(fixture.requests.last().image().prompt()).isEqualTo("balloon");
    fixture.pass(600);
    assertThat(fixture.requests.plans()).containsExactly(Plan.DRAFT, Plan.DRAFT, Plan.SETTLE);
  }

  @Test
  void theLastWordLeftComposingIsPainted() {
    fixture.type(1, "red boat ");
    compose(2, "red boat night");
    fixture.pass(5_000);
    assertThat(fixture.requests.last().image().prompt()).isEqualTo("red boat night");
    assertThat(fixture.requests.last().plan()).isEqualTo(Plan.SETTLE);
  }

  @Test
  void halfASyllableWaitsIsPaintedAfterAPauseAndSettlesAfterItsDraft() {
    compose(1, "ㅂ");
    fixture.pass(999);
    assertThat(fixture.requests.all()).isEmpty();
    fixture.pass(1);
    assertThat(fixture.requests.plans()).containsExactly(Plan.DRAFT);
    fixture.pass(600);
    assertThat(fixture.requests.plans()).containsExactly(Plan.DRAFT, Plan.SETTLE);
    fixture.pass(60_000);
    assertThat(fixture.requests.all()).hasSize(2);
  }

  @Test
  void theEndOfACompositionIsPaintedAtOnce() {
    compose(1, "か");
    fixture.type(2, "蚊");
    assertThat(fixture.requests.revisions()).containsExactly(2L);
  }

  @Test
  void enterDuringACompositionCommits() {
    compose(1, "か");
    fixture.session.commit(1);
    assertThat(fixture.requests.plans()).containsExactly(Plan.COMMIT);
    fixture.pass(5_000);
    assertThat(fixture.requests.all()).hasSize(1);
  }
}
