package dev.lukis.live.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedOriginsTest {
  private final AllowedOrigins origins =
      new AllowedOrigins(List.of("https://Allowed.Example:443/", "http://b\u00fccher.example"));

  @ParameterizedTest
  @CsvSource({
    "http://lukis.example, lukis.example, true",
    "http://lukis.example, lukis.example:80, true",
    "https://lukis.example, lukis.example:443, true",
    "https://lukis.example:443, lukis.example, true",
    "https://LUKIS.example, lukis.EXAMPLE, true",
    "http://lukis.example., lukis.example, true",
    "http://xn--bcher-kva.de:8080, b\u00fccher.de:8080, true",
    "http://[::1]:8080, [::1]:8080, true",
    "http://lukis.example, lukis.example:8080, false",
    "https://lukis.example, lukis.example:80, false",
    "http://lukis.example.evil.example, lukis.example, false",
    "http://evil.example, lukis.example, false",
    "http://lukis.example@evil.example, lukis.example, false",
    "null, lukis.example, false",
    "file://, lukis.example, false",
    "https://allowed.example, lukis.example, true",
    "http://allowed.example, lukis.example, false",
    "http://xn--bcher-kva.example, lukis.example, true",
  })
  void hostsAreComparedAsBrowsersAndProxiesWriteThem(String origin, String host, boolean allowed) {
    assertThat(origins.allows(origin, List.of(host))).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "example.org", "https://example.org/path", "null", "ftp://a", ""})
  void whatIsNoOriginIsRefusedByName(String configured) {
    assertThatThrownBy(() -> new AllowedOrigins(List.of(configured)))
        .hasMessageContaining(configured + " (expected: an origin such as https://example.org)");
  }

  @Test
  void withoutAHostOnlyConfiguredOriginsMayConnect() {
    assertThat(origins.allows("http://lukis.example", List.of())).isFalse();
  }
}
