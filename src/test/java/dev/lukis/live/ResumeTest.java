package dev.lukis.live;

import static dev.lukis.testing.FrameClient.BINARY;
import static dev.lukis.testing.FrameClient.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.testing.FrameClient;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A lost connection that comes back. */
@QuarkusTest
class ResumeTest {
  @TestHTTPResource("/")
  URI base;

  @Inject LiveConnections connections;

  private LiveClient back(String token) {
    return new LiveClient(base, "resume=" + token, Map.of());
  }

  private static String token(JsonNode ready) {
    return ready.get("resume").get("token").asText();
  }

  @Test
  void settingsSeedWordsAndTheLastImageAreThereAgain() {
    LiveClient lost = new LiveClient(base);
    String token = token(lost.text());
    lost.send("{\"type\":\"settings\",\"seed\":4711,\"format\":\"png\"}");
    lost.type(3, "a red balloon");
    byte[] last = lost.finalImage(3).encoded();
    lost.lose();
    try (LiveClient again = back(token)) {
      JsonNode ready = again.text();
      assertThat(ready.get("seed").asLong()).isEqualTo(4711);
      JsonNode resumed = ready.get("resumed");
      assertThat(resumed.get("revision").asLong()).isEqualTo(3);
      assertThat(resumed.get("text").asText()).isEqualTo("a red balloon");
      assertThat(resumed.get("settings").get("format").asText()).isEqualTo("png");
      assertThat(token(ready)).isNotEqualTo(token);
      LiveClient.Image image = again.image();
      assertThat(image.encoded()).isEqualTo(last);
      assertThat(image.last()).isTrue();
      again.type(4, "a blue balloon");
      assertThat(again.finalImage(4).header().get("seed").asLong()).isEqualTo(4711);
    }
    try (LiveClient twice = back(token)) {
      assertThat(twice.text().has("resumed")).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aConnectionThatEndsWithoutAWordIsTakenUpAgain(boolean reset) throws IOException {
    FrameClient pulled = new FrameClient(base);
    String token = pulled.read(TEXT).text().replaceFirst(".*\"token\":\"([^\"]+)\".*", "$1");
    pulled.text("{\"type\":\"prompt\",\"revision\":7,\"text\":\"a cat\"}");
    pulled.read(BINARY);
    pulled.cut(reset);
    Awaitility.await().until(() -> connections.queue().admitted() == 0);
    try (LiveClient again = back(token)) {
      assertThat(again.text().get("resumed").get("revision").asLong()).isEqualTo(7);
    }
  }

  @Test
  void aConnectionThatStillSeemsOpenIsTakenOver() {
    try (LiveClient half = new LiveClient(base)) {
      String token = token(half.text());
      half.type(1, "a cat");
      half.finalImage(1);
      try (LiveClient again = back(token)) {
        assertThat(again.text().get("resumed").get("text").asText()).isEqualTo("a cat");
        assertThat(half.closeCode()).isEqualTo(4409);
        assertThat(again.image().revision()).isEqualTo(1);
      }
    }
  }

  @Test
  void aSessionThatItsClientClosedIsNotKept() {
    LiveClient leaving = new LiveClient(base);
    String token = token(leaving.text());
    leaving.type(1, "a cat");
    leaving.finalImage(1);
    leaving.close();
    try (LiveClient other = back(token)) {
      assertThat(other.text().has("resumed")).isFalse();
    }
  }
}
