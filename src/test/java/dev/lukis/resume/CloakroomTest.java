package dev.lukis.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CloakroomTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Cloakroom<String> cloakroom =
      new Cloakroom<>(Duration.ofSeconds(10), 20, String::length);

  @Test
  void aThingIsHandedOutOnceAndOnlyForItsToken() {
    cloakroom.leave("t", "coat", 0);
    assertThat(cloakroom.take("other", 1)).isEmpty();
    assertThat(cloakroom.take("t", 10 * SECOND)).contains("coat");
    assertThat(cloakroom.take("t", 10 * SECOND)).isEmpty();
  }

  @Test
  void afterItsTimeAThingIsGone() {
    cloakroom.leave("t", "coat", 0);
    assertThat(cloakroom.take("t", 10 * SECOND + 1)).isEmpty();
    cloakroom.leave("u", "hat", 0);
    cloakroom.review(11 * SECOND);
    assertThat(cloakroom.size()).isZero();
    assertThat(cloakroom.bytes()).isZero();
  }

  @Test
  void memoryIsBoundedAndTheOldestGoesFirst() {
    for (int i = 0; i < 10; i++) {
      cloakroom.leave("t" + i, "12345678", i);
      assertThat(cloakroom.bytes()).isLessThanOrEqualTo(20);
    }
    assertThat(cloakroom.take("t7", 20)).isEmpty();
    assertThat(cloakroom.take("t8", 20)).isPresent();
    assertThat(cloakroom.take("t9", 20)).isPresent();
  }
}
