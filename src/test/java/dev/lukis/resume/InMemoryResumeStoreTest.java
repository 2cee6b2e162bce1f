package dev.lukis.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InMemoryResumeStoreTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private long now;

  private final InMemoryResumeStore<String> store =
      new InMemoryResumeStore<>(Duration.ofSeconds(10), 20, String::length, () -> now);

  private void put(String token, String thing) {
    store.put(token, thing).await().indefinitely();
  }

  private Optional<String> take(String token) {
    return store.take(token).await().indefinitely();
  }

  @Test
  void aThingIsHandedOutOnceAndOnlyForItsToken() {
    put("t", "coat");
    assertThat(take("other")).isEmpty();
    now = 10 * SECOND - 1;
    assertThat(take("t")).contains("coat");
    assertThat(take("t")).isEmpty();
  }

  @Test
  void aThingExpires() {
    put("t", "coat");
    put("u", "hat");
    now = 10 * SECOND + 1;
    assertThat(take("t")).isEmpty();
    assertThat(store.size()).isZero();
  }

  @Test
  void memoryIsBounded() {
    for (int i = 0; i < 10; i++) {
      put("t" + i, "12345678");
      assertThat(store.size()).isLessThanOrEqualTo(2);
    }
    assertThat(store.size()).isEqualTo(2);
    put("large", "x".repeat(21));
    assertThat(take("large")).isEmpty();
  }

  @Test
  void nothingHappensBeforeTheAnswerIsAskedFor() {
    store.put("t", "coat");
    assertThat(store.size()).isZero();
  }
}
