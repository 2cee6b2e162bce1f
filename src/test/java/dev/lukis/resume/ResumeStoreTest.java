package dev.lukis.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResumeStoreTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final ResumeStore<String> store =
      new ResumeStore<>(Duration.ofSeconds(10), 20, String::length);

  @Test
  void aThingIsHandedOutOnceAndOnlyForItsToken() {
    store.put("t", "coat", 0);
    assertThat(store.take("other", 1)).isEmpty();
    assertThat(store.take("t", 10 * SECOND)).contains("coat");
    assertThat(store.take("t", 10 * SECOND)).isEmpty();
  }

  @Test
  void afterItsTimeAThingIsGone() {
    store.put("t", "coat", 0);
    assertThat(store.take("t", 10 * SECOND + 1)).isEmpty();
    store.put("u", "hat", 0);
    store.review(11 * SECOND);
    assertThat(store.size()).isZero();
    assertThat(store.bytes()).isZero();
  }

  @Test
  void memoryIsBoundedAndTheOldestGoesFirst() {
    for (int i = 0; i < 10; i++) {
      store.put("t" + i, "12345678", i);
      assertThat(store.bytes()).isLessThanOrEqualTo(20);
    }
    assertThat(store.take("t7", 20)).isEmpty();
    assertThat(store.take("t8", 20)).isPresent();
    assertThat(store.take("t9", 20)).isPresent();
  }
}
