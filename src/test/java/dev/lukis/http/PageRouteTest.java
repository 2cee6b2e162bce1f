package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PageRouteTest {
  @TestHTTPResource("/page.json")
  URI page;

  @Test
  void thePageIsToldWhatToShow() throws IOException {
    JsonNode told = new ObjectMapper().readTree(page.toURL());
    assertThat(told.get("title").asText()).isEqualTo("Lukis");
    assertThat(told.get("logo").isNull()).isTrue();
    assertThat(told.at("/booth/prompts/en").size()).isPositive();
    assertThat(told.at("/booth/prompts/id").size()).isPositive();
    assertThat(told.at("/booth/attractAfterMs").asLong()).isEqualTo(20_000);
    assertThat(told.at("/booth/wipeAfterMs").asLong()).isEqualTo(60_000);
    assertThat(told.get("sharing").asBoolean()).isTrue();
  }
}
