package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.telemetry.ImageTracing;
import dev.lukis.testing.LiveClient;
import dev.lukis.testing.RememberedLog;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** What is off by default. */
@QuarkusTest
class QuietTest {
  @TestHTTPResource("/")
  URI base;

  @Inject ImageTracing tracing;

  @Test
  void nothingIsTraced() {
    assertThat(tracing.on()).isFalse();
  }

  @Test
  void noPromptIsLogged() {
    try (LiveClient client = new LiveClient(base);
        RememberedLog log = new RememberedLog()) {
      client.text();
      client.type(1, "a purple lantern");
      client.commit(1);
      client.finalImage(1);
      assertThat(log.messages()).noneMatch(each -> each.contains("lantern"));
    }
  }
}
