package dev.lukis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room for one, and a line of one. */
@QuarkusTest
@TestProfile(AdmissionTest.RoomForOne.class)
class AdmissionTest {
  @TestHTTPResource("/")
  URI base;

  @Inject LiveConnections connections;

  public static final class RoomForOne implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lukis.admission.sessions", "1",
          "lukis.admission.waiting", "1",
          "lukis.admission.retry-after", "7s",
          "lukis.admission.session.messages", "20",
          "lukis.admission.session.messages-burst", "40");
    }
  }

  @AfterEach
  void everybodyLeaves() {
    Awaitility.await().until(() -> connections.queue().admitted() == 0);
  }

  @Test
  void whoWaitsIsToldSoAndWhatTheyTypeIsPaintedOnceThereIsRoom() {
    LiveClient first = new LiveClient(base);
    assertThat(first.text().get("type").asText()).isEqualTo("ready");
    try (LiveClient second = new LiveClient(base)) {
      JsonNode queued = second.text();
      assertThat(queued.get("type").asText()).isEqualTo("queued");
      assertThat(queued.get("position").asInt()).isEqualTo(1);
      assertThat(queued.get("revision").asLong()).isZero();
      second.send("{\"type\":\"settings\",\"seed\":77}");
      second.type(4, "a cat");
      second.type(5, "a dog");
      second.commit(5);
      JsonNode told = second.text();
      while (told.get("revision").asLong() != 5) {
        told = second.text();
      }
      first.close();
      JsonNode ready = second.text("ready");
      assertThat(ready.get("resume").get("token").asText()).hasSize(24);
      assertThat(second.finalImage(5).header().get("seed").asLong()).isEqualTo(77);
    }
  }

  @Test
  void pastTheLineTheUpgradeIsRefusedWithTheReason() throws IOException {
    try (LiveClient first = new LiveClient(base)) {
      first.text();
      try (LiveClient second = new LiveClient(base)) {
        second.text();
        HttpAnswer answer = HttpAnswer.toUpgrade(base);
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.head()).containsIgnoringCase("Retry-After: 7");
        assertThat(answer.body()).isEqualTo("The server is full.");
      }
    }
  }

  @Test
  void ofPromptsThatComeTooFastTheNewestIsPaintedAndTheRestIsRefusedByName() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      for (int revision = 1; revision <= 120; revision++) {
        client.type(revision, "a cat " + revision);
      }
      client.send("{\"type\":\"settings\",\"seed\":1}");
      assertThat(client.text("error").get("code").asText()).isEqualTo("too-fast");
      assertThat(client.finalImage(120).revision()).isEqualTo(120);
    }
  }

  @Test
  void aFloodIsClosed() throws Exception {
    try (RawClient client = new RawClient(base)) {
      try {
        for (int i = 0; i < 3_000; i++) {
          client.send("{\"type\":\"stop\"}");
        }
      } catch (IOException closedMeanwhile) {
        // As it should be.
      }
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> connections.queue().admitted() == 0);
    }
  }
}
