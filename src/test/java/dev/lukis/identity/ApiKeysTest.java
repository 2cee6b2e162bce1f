package dev.lukis.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiKeysTest {
  @Test
  void aKeyIsKnownInPlainAndByItsHash() {
    ApiKeys keys =
        new ApiKeys(
            List.of(
                "correct-horse-battery",
                "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"));
    assertThat(keys.has("correct-horse-battery")).isTrue();
    assertThat(keys.has("test")).isTrue();
    assertThat(keys.has("correct-horse-batter")).isFalse();
    assertThat(keys.has("")).isFalse();
    assertThat(keys.has(null)).isFalse();
  }

  @Test
  void shortKeysAndBadHashesAreRefusedWithoutBeingRepeated() {
    assertThatThrownBy(() -> new ApiKeys(List.of("secret")))
        .hasMessage("6 characters (expected: at least 16)");
    assertThatThrownBy(() -> new ApiKeys(List.of("sha256:xyz")))
        .hasMessageContaining("expected: 64 hexadecimal digits");
    assertThat(new ApiKeys(List.of()).none()).isTrue();
  }
}
