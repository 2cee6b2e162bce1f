package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.app.PaintingService;
import dev.lukis.testing.HttpAnswer;
import dev.lukis.testing.LiveClient;
import dev.lukis.testing.RawClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room for one, and a queue. */
@QuarkusTest
@TestProfile(AdmissionTest.RoomForOne.class)
class AdmissionTest {
  private static final int QUEUE = 4;

  @TestHTTPResource("/")
  URI base;

  @Inject PaintingService painting;

  @Inject LiveConnections connections;

  public static final class RoomForOne implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lukis.admission.sessions", "1",
          "lukis.admission.waiting", String.valueOf(QUEUE),
          "lukis.admission.retry-after", "7s",
          "lukis.admission.remind", "1s",
          "lukis.admission.session.messages", "5",
          "lukis.admission.session.messages-burst", "20");
    }
  }

  @AfterEach
  void disconnectAll() {
    Awaitility.await()
        .until(() -> connections.queue().admitted() + connections.queue().queued() == 0);
  }

  @Test
  void aWaitingClientIsToldItsPositionAndItsPromptIsPaintedOnceAdmitted() {
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

  private List<LiveClient> queueUp() {
    List<LiveClient> waiting = new ArrayList<>();
    for (int i = 1; i <= QUEUE; i++) {
      LiveClient client = new LiveClient(base);
      assertThat(client.text("queued").get("position").asInt()).isEqualTo(i);
      waiting.add(client);
    }
    return waiting;
  }

  @Test
  void theQueueMovesUpWhenAClientLeaves() {
    LiveClient inside = new LiveClient(base);
    inside.text("ready");
    List<LiveClient> waiting = queueUp();
    waiting.remove(1).close();
    assertThat(nextPosition(waiting.get(1), 3)).isEqualTo(2);
    assertThat(nextPosition(waiting.get(2), 4)).isEqualTo(3);
    inside.close();
    waiting.get(0).text("ready");
    assertThat(nextPosition(waiting.get(1), 2)).isEqualTo(1);
    assertThat(nextPosition(waiting.get(2), 3)).isEqualTo(2);
    waiting.forEach(LiveClient::close);
  }

  // The next message to a client, without repeated positions.
  private static int nextPosition(LiveClient client, int before) {
    int position = before;
    while (position == before) {
      position = client.text("queued").get("position").asInt();
    }
    return position;
  }

  @Test
  void aWaitingClientIsRemindedOfAnUnchangedPosition() {
    try (LiveClient inside = new LiveClient(base);
        LiveClient waiting = new LiveClient(base)) {
      inside.text("ready");
      for (int i = 0; i < 3; i++) {
        assertThat(waiting.text("queued").get("position").asInt()).isEqualTo(1);
      }
    }
  }

  @Test
  void promptsOfWaitingClientsAreNotPainted() {
    try (LiveClient inside = new LiveClient(base)) {
      inside.text("ready");
      inside.type(1, "a red boat");
      inside.commit(1);
      inside.finalImage(1);
      List<LiveClient> waiting = queueUp();
      long before = painting.dispatcher().statistics().generations();
      for (LiveClient client : waiting) {
        for (int revision = 1; revision <= 10; revision++) {
          client.type(revision, "a blue boat " + revision);
        }
        client.commit(10);
        JsonNode told = client.text("queued");
        while (told.get("revision").asLong() != 10) {
          told = client.text("queued");
        }
      }
      assertThat(painting.dispatcher().sessions()).isEqualTo(1);
      assertThat(painting.dispatcher().statistics().generations()).isEqualTo(before);
      inside.type(2, "a red boat at night");
      assertThat(inside.finalImage(2).revision()).isEqualTo(2);
      waiting.forEach(LiveClient::close);
    }
  }

  @Test
  void pastTheQueueTheUpgradeIsRefusedWithTheReason() throws IOException {
    try (LiveClient inside = new LiveClient(base)) {
      inside.text("ready");
      List<LiveClient> waiting = queueUp();
      HttpAnswer answer = HttpAnswer.toUpgrade(base);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.head()).containsIgnoringCase("Retry-After: 7");
      assertThat(answer.body()).isEqualTo("The server is full.");
      waiting.forEach(LiveClient::close);
    }
  }

  @Test
  void ofPromptsThatComeTooFastTheNewestIsPaintedAndTheRestIsRefusedByName() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      for (int revision = 1; revision <= 60; revision++) {
        client.type(revision, "a cat " + revision);
      }
      client.send("{\"type\":\"settings\",\"seed\":1}");
      assertThat(client.text("error").get("code").asText()).isEqualTo("too-fast");
      assertThat(client.finalImage(60).revision()).isEqualTo(60);
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
