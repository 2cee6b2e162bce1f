package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.app.PaintingService;
import dev.lukis.testing.FrameClient;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * More than a hundred thousand malformed messages (of the whole, a sixth may be well-formed after
 * all), and a client that types beside them.
 */
@QuarkusTest
@TestProfile(WithoutRateLimits.class)
class FuzzTest {
  private static final int MESSAGES = 120_000;
  private static final int BATCH = 40;
  private static final int BATCHES = 10;
  private static final long SEED = 20_251_124;

  @TestHTTPResource("/")
  URI base;

  @Inject PaintingService painting;

  @Test
  void theServerStaysUpAndTheTypistGetsTheirImages() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> painted = CompletableFuture.supplyAsync(() -> typeUntil(over));
    int sent = 0;
    try {
      for (int visit = 0; sent < MESSAGES; visit++) {
        sent += visit(new Malformed(SEED + visit));
      }
    } finally {
      over.set(true);
    }
    assertThat(painted.get(30, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(3);
    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> painting.dispatcher().sessions() == 0);
  }

  // How many texts were painted.
  private int typeUntil(AtomicBoolean over) {
    int revision = 0;
    try (LiveClient typist = new LiveClient(base)) {
      typist.text();
      while (!over.get()) {
        typist.type(++revision, "a red balloon and " + revision + " cats");
        typist.finalImage(revision);
      }
    }
    return revision;
  }

  // All of it reaches the server, which answers the ping behind every batch.
  private int visit(Malformed malformed) throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      for (int i = 0; i < BATCHES; i++) {
        client.raw(malformed.messages(BATCH));
        client.send(FrameClient.FIN | FrameClient.PING);
        client.read(FrameClient.PONG);
      }
      if (malformed.breaksOff()) {
        return BATCHES * BATCH;
      }
      client.raw(malformed.brokenFrame());
      assertThat(client.closeCode()).isIn(1002, 1007);
    }
    return BATCHES * BATCH + 1;
  }
}
