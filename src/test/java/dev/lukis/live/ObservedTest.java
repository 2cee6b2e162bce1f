package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.LiveClient;
import dev.lukis.testing.RememberedLog;
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
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Traces, and prompts in the log: what an operator may switch on. */
@QuarkusTest
@TestProfile(ObservedTest.Watched.class)
class ObservedTest {
  @TestHTTPResource("/")
  URI base;

  @Inject InMemorySpanExporter spans;

  public static final class Watched implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.otel.sdk.disabled", "false",
          "quarkus.otel.traces.exporter", "cdi",
          "quarkus.otel.bsp.schedule.delay", "100ms",
          "lukis.log.prompts", "true");
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
        .until(() -> spans.getFinishedSpanItems().stream().anyMatch(ObservedTest::edit));
    SpanData edit =
        spans.getFinishedSpanItems().stream().filter(ObservedTest::edit).findFirst().orElseThrow();
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
  void promptsAreLoggedWhereThatWasSwitchedOn() {
    try (LiveClient client = new LiveClient(base);
        RememberedLog log = new RememberedLog()) {
      client.text();
      client.type(1, "a purple lantern");
      client.image();
      assertThat(log.messages()).contains("prompt: a purple lantern");
    }
  }
}
