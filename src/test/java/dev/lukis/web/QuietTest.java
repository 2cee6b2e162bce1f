package dev.lukis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** What is off by default. */
@QuarkusTest
class QuietTest {
  @TestHTTPResource("/")
  URI base;

  @Inject Tracing tracing;

  @Test
  void nothingIsTraced() {
    assertThat(tracing.on()).isFalse();
  }

  @Test
  void noPromptIsLogged() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler = new StrangersTest.Remembering(logged);
    Logger.getLogger("").addHandler(handler);
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a purple lantern");
      client.commit(1);
      client.finalImage(1);
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(logged).noneMatch(each -> each.contains("lantern"));
  }
}
