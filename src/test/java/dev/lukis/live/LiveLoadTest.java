package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lukis.app.PaintingService;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.testing.LiveClient;
import dev.lukis.testing.LiveClient.Image;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Fast typing, and leaving in the middle of it. */
@QuarkusTest
class LiveLoadTest {
  private static final int EDITS = 30;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzabcd";

  @TestHTTPResource("/")
  URI base;

  @Inject PaintingService painting;
  @Inject Vertx vertx;

  @Test
  void farFewerGenerationsThanEditsRunAndNoOlderImageFollowsANewer() {
    DispatchStatistics statistics = painting.dispatcher().statistics();
    long before = statistics.generations();
    try (LiveClient client = new LiveClient(base)) {
      AtomicInteger edits = new AtomicInteger();
      vertx.setPeriodic(
          20,
          timer -> {
            int revision = edits.incrementAndGet();
            vertx.executeBlocking(
                () -> {
                  client.type(revision, LETTERS.substring(0, revision));
                  return null;
                });
            if (revision == EDITS) {
              vertx.cancelTimer(timer);
            }
          });
      client.finalImage(EDITS);
      assertThat(client.images).extracting(Image::revision).isSorted();
    }
    assertThat(statistics.generations() - before).isBetween(2L, EDITS / 3L);
  }

  @Test
  void closingInMidGenerationFreesEverything() {
    await().until(() -> painting.dispatcher().sessions() == 0);
    LiveClient client = new LiveClient(base);
    client.type(1, "a cat");
    client.commit(1);
    client.image();
    assertThat(painting.dispatcher().sessions()).isEqualTo(1);
    client.close();
    await().until(() -> painting.dispatcher().sessions() == 0);
    long steps = painting.dispatcher().statistics().steps();
    try (LiveClient next = new LiveClient(base)) {
      next.type(1, "a dog");
      next.image();
    }
    assertThat(painting.dispatcher().statistics().steps() - steps).isLessThanOrEqualTo(2);
  }
}
