package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A prompt that came too fast is taken later, and may be refused then. */
@QuarkusTest
class HeldPromptTest {
  private static final int PROMPTS = 150;

  @TestHTTPResource("/")
  URI base;

  @Test
  void theRefusalOfAHeldPromptIsToldWithItsRevisionAndTheSessionGoesOn() {
    try (LiveClient client = new LiveClient(base)) {
      client.text("ready");
      for (int revision = 1; revision < PROMPTS; revision++) {
        client.type(revision, "a cat " + revision);
      }
      client.type(PROMPTS, "x".repeat(501));
      JsonNode error = client.text("error");
      assertThat(error.get("code").asText()).isEqualTo("prompt-too-long");
      assertThat(error.get("revision").asLong()).isEqualTo(PROMPTS);
      client.type(PROMPTS + 1, "a dog");
      assertThat(client.finalImage(PROMPTS + 1).revision()).isEqualTo(PROMPTS + 1);
    }
  }
}
