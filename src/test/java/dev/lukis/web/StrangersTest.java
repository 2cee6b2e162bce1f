package dev.lukis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.arc.Unremovable;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Safety, traces and logs, of the running application. */
@QuarkusTest
@TestProfile(StrangersTest.Watched.class)
class StrangersTest {
  @TestHTTPResource("/")
  URI base;

  @Inject InMemorySpanExporter spans;

  /** Traces, the redness classifier, and prompts in the log. */
  public static final class Watched implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.traces.exporter", "cdi",
          "quarkus.otel.bsp.schedule.delay", "100ms",
          "lukis.log.prompts", "true",
          "lukis.safety.images.directory", "src/test/resources/classifier",
          "lukis.safety.images.threshold", "0.98");
    }
  }

  /** Where spans go. */
  @ApplicationScoped
  public static class Spans {
    @Produces
    @Unremovable
    @Singleton
    InMemorySpanExporter exporter() {
      return InMemorySpanExporter.create();
    }
  }

  @Test
  void anEditIsTracedUntilItsImageIsWrittenWithoutItsWords() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a green meadow");
      client.finalImage(1);
    }
    Awaitility.await()
        .atMost(20, TimeUnit.SECONDS)
        .until(() -> spans.getFinishedSpanItems().stream().anyMatch(StrangersTest::edit));
    SpanData edit =
        spans.getFinishedSpanItems().stream().filter(StrangersTest::edit).findFirst().orElseThrow();
    assertThat(spans.getFinishedSpanItems())
        .filteredOn(span -> span.getParentSpanId().equals(edit.getSpanId()))
        .extracting(SpanData::getName)
        .contains("lukis.paint", "lukis.write");
    assertThat(edit.getEndEpochNanos()).isGreaterThan(edit.getStartEpochNanos());
    assertThat(spans.getFinishedSpanItems().toString()).doesNotContain("meadow");
  }

  private static boolean edit(SpanData span) {
    return span.getName().equals("lukis.edit");
  }

  @Test
  void blockedWordsAndImagesAreToldAndCounted() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a nude person ");
      assertThat(client.text("error").get("code").asText()).isEqualTo("prompt-blocked");
      client.type(2, "red red red apples, red sunset, red car");
      client.type(3, "a green meadow by day");
      assertThat(client.finalImage(3).revision()).isEqualTo(3);
    }
    assertThat(metrics()).containsPattern("lukis_prompts_blocked_total [1-9]");
  }

  private String metrics() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void promptsAreLoggedWhereThatWasSwitchedOn() {
    List<String> logged = new CopyOnWriteArrayList<>();
    Handler handler = new Remembering(logged);
    Logger.getLogger("").addHandler(handler);
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a purple lantern");
      client.image();
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(logged).anyMatch(each -> each.contains("a purple lantern"));
  }

  /** Remembers what is logged. */
  static final class Remembering extends Handler {
    private final List<String> logged;

    Remembering(List<String> logged) {
      this.logged = logged;
    }

    @Override
    public void publish(LogRecord entry) {
      logged.add(String.valueOf(entry.getMessage()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
