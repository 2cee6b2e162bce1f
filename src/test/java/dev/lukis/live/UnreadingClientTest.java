package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lukis.app.PaintingService;
import dev.lukis.testing.LiveClient;
import dev.lukis.testing.RawClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** Clients that type, or flood, and read nothing; and a client that types nothing. */
@QuarkusTest
@TestProfile(UnreadingClientTest.ShortDeadlines.class)
class UnreadingClientTest {
  private static final int KERNEL_BUFFERS = 1 << 20;

  @TestHTTPResource("/")
  URI base;

  @Inject PaintingService painting;

  /** The deadline and the limit are short, since the tests wait for them. */
  public static final class ShortDeadlines extends WithoutRateLimits {
    @Override
    Map<String, String> more() {
      return Map.of("lukis.live.write-deadline", "500ms", "lukis.admission.idle", "3s");
    }
  }

  @Test
  void anIdleClientIsClosedWithItsReasonAndMakesRoom() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      assertThat(client.closeCode()).isEqualTo(4408);
      await().until(() -> painting.dispatcher().sessions() == 0);
    }
  }

  @Test
  void aClientThatTypesAndReadsNoImagesIsClosed() throws IOException {
    try (RawClient client = new RawClient(base)) {
      client.send("{\"type\":\"settings\",\"format\":\"png\"}");
      untilClosed(revision -> type(client, revision, "cat " + revision + " ", false));
      assertThat(client.drain()).isLessThan(KERNEL_BUFFERS);
    }
  }

  @Test
  void aClientThatAcknowledgesNothingStaysUntilItIsIdleAndCanResumeItsSession() {
    try (LiveClient slow = new LiveClient(base)) {
      String token = slow.text("ready").get("resume").get("token").asText();
      slow.send("{\"type\":\"settings\",\"acks\":true}");
      for (int revision = 1; revision <= 3; revision++) {
        slow.type(revision, "a cat " + revision);
        slow.commit(revision);
      }
      // Idle after six write deadlines: the acknowledgements that are missing did not close it.
      assertThat(slow.closeCode()).isEqualTo(4408);
      try (LiveClient again = new LiveClient(base, "resume=" + token, Map.of())) {
        assertThat(again.text("ready").get("resumed").get("revision").asLong()).isEqualTo(3);
      }
    }
  }

  @Test
  void aClientThatRepeatsItsRequestsAndReadsNoAnswersIsClosed() throws IOException {
    try (RawClient client = new RawClient(base)) {
      untilClosed(
          revision -> {
            for (int i = 0; i < 100; i++) {
              // The end of a composition is painted at once, and here always satisfied.
              type(client, 200L * revision + 2 * i, "a cat", true);
              type(client, 200L * revision + 2 * i + 1, "a cat", false);
            }
          });
      assertThat(client.drain()).isLessThan(KERNEL_BUFFERS);
    }
  }

  private void untilClosed(IntConsumer typing) {
    await().until(() -> painting.dispatcher().sessions() == 1);
    AtomicInteger revision = new AtomicInteger();
    await()
        .atMost(60, TimeUnit.SECONDS)
        .pollInterval(20, TimeUnit.MILLISECONDS)
        .until(
            () -> {
              typing.accept(revision.incrementAndGet());
              return painting.dispatcher().sessions() == 0;
            });
  }

  private static void type(RawClient client, long revision, String text, boolean composing) {
    try {
      client.send(
          "{\"type\":\"prompt\",\"revision\":%d,\"text\":\"%s\",\"composing\":%b}"
              .formatted(revision, text, composing));
    } catch (IOException expected) {
      // The server may end the connection at any time.
    }
  }
}
