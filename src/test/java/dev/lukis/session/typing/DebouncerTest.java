package dev.lukis.session.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Times in milliseconds on a clock that the test owns. */
class DebouncerTest {
  private final Debouncer debouncer =
      new Debouncer(
          new DebounceTiming(
              Duration.ofMillis(120),
              Duration.ofMillis(60),
              Duration.ofMillis(300),
              Duration.ofMillis(400),
              Duration.ofSeconds(1)));

  private long edit(String text, long now) {
    return edit(text, now, 0);
  }

  private long edit(String text, long now, long draft) {
    return debouncer.edit(text, false, now * 1_000_000, draft * 1_000_000) / 1_000_000;
  }

  private long compose(String text, long now) {
    return debouncer.edit(text, true, now * 1_000_000, 0) / 1_000_000;
  }

  @Test
  void theFirstEditIsPaintedAtOnce() {
    assertThat(edit("a", 5000)).isEqualTo(5000);
  }

  @Test
  void theFirstEditAfterIdleIsPaintedAtOnce() {
    edit("a", 0);
    debouncer.fired();
    assertThat(edit("ar", 999)).isEqualTo(1119);
    debouncer.fired();
    assertThat(edit("are", 1999)).isEqualTo(1999);
  }

  @Test
  void anEditWithinAWordWaitsForQuiet() {
    edit("r", 0);
    debouncer.fired();
    assertThat(edit("re", 100)).isEqualTo(220);
    assertThat(edit("red", 200)).isEqualTo(320);
  }

  @Test
  void noEditWaitsLongerThanTheMaximum() {
    edit("a", 0);
    debouncer.fired();
    for (int i = 1; i <= 3; i++) {
      assertThat(edit("a".repeat(i + 1), 100 * i)).isEqualTo(100 * i + 120);
    }
    assertThat(edit("aaaaa", 400)).isEqualTo(500);
    assertThat(edit("aaaaaa", 490)).isEqualTo(500);
  }

  @Test
  void theMaximumWaitBeginsAnewAfterFiring() {
    edit("a", 0);
    debouncer.fired();
    edit("ab", 100);
    debouncer.fired();
    assertThat(edit("abc", 450)).isEqualTo(570);
  }

  @Test
  void anEditThatEndsAWordIsPaintedAtOnce() {
    edit("red", 0);
    debouncer.fired();
    assertThat(edit("red ", 50)).isEqualTo(50);
  }

  @Test
  void composedLatinTextIsPaintedAsItGrows() {
    assertThat(compose("b", 0)).isZero();
    debouncer.fired();
    assertThat(compose("ba", 100)).isEqualTo(220);
    assertThat(compose("шар", 5000)).isEqualTo(5000);
  }

  @Test
  void halfASyllableWaitsForAPauseAndNotForEver() {
    edit("red ", 0);
    debouncer.fired();
    assertThat(compose("red ㅎ", 100)).isEqualTo(1100);
    for (int now = 900; now < 2900; now += 500) {
      assertThat(compose("red " + "한".repeat(now), now)).isEqualTo(Math.min(now + 1000, 3100));
    }
  }

  @Test
  void latinLettersComposedWithinOrAfterChineseTextWaitToo() {
    edit("赤い", 0);
    debouncer.fired();
    assertThat(compose("赤いk", 100)).isEqualTo(1100);
    assertThat(compose("赤いka", 200)).isEqualTo(1100 + 100);
    edit("赤い ", 300);
    debouncer.fired();
    assertThat(compose("赤い k", 400)).isEqualTo(1400);
  }

  @Test
  void theEndOfACompositionIsPaintedAtOnce() {
    edit("red ", 0);
    debouncer.fired();
    compose("red か", 50);
    assertThat(edit("red 蚊", 100)).isEqualTo(100);
  }

  @Test
  void quietAdaptsToHowLongDraftsTakeWithinItsBounds() {
    edit("a", 0);
    debouncer.fired();
    assertThat(edit("ab", 100, 20)).isEqualTo(160);
    assertThat(edit("abc", 150, 90)).isEqualTo(240);
    debouncer.fired();
    assertThat(edit("abcd", 200, 2000)).isEqualTo(500);
  }
}
