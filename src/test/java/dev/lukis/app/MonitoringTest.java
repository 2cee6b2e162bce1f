package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.HttpAnswer;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What alerts, dashboard and autoscaler look at is there. */
@QuarkusTest
class MonitoringTest {
  private static final Pattern METRIC = Pattern.compile("\\b(?:lukis|jvm)_[a-z_]+");
  private static final String MADE_BY_THE_ADAPTER = "lukis_queue_wait_mean_seconds";

  @TestHTTPResource("/")
  URI base;

  private String get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  private static Set<String> metrics(String text) {
    return METRIC
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"alerts.yaml", "grafana-dashboard.json", "prometheus-adapter.yaml"})
  void everyMetricThatIsNamedExists(String file) throws Exception {
    HttpAnswer.toUpgrade(base, "Sec-WebSocket-Protocol: lukis.v9"); // This one is refused.
    try (LiveClient client = new LiveClient(base)) {
      client.type(1, "a cat");
      client.finalImage(1);
      Set<String> named = metrics(Files.readString(Path.of("k8s/monitoring", file)));
      named.remove(MADE_BY_THE_ADAPTER);
      assertThat(named).isNotEmpty();
      assertThat(metrics(get("/q/metrics"))).containsAll(named);
    }
  }

  @Test
  void theAutoscalerAsksForWhatTheAdapterMakes() throws IOException {
    assertThat(Files.readString(Path.of("k8s/base/horizontalpodautoscaler.yaml")))
        .contains("name: " + MADE_BY_THE_ADAPTER);
    assertThat(Files.readString(Path.of("k8s/monitoring/prometheus-adapter.yaml")))
        .contains("as: " + MADE_BY_THE_ADAPTER);
  }
}
