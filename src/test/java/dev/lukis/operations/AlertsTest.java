package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** Each alert fires when it should, and only then. */
class AlertsTest {
  private static final Path FOLDER = Path.of("k8s/monitoring");

  private static Object yaml(String file) throws Exception {
    return new Yaml().load(Files.readString(FOLDER.resolve(file)));
  }

  private static List<Object> alerts() throws Exception {
    return Yamls.list(yaml("alerts.yaml"), "groups.0.rules").stream()
        .map(rule -> Yamls.at(rule, "alert"))
        .toList();
  }

  // The tests that expect an alert, or expect none.
  private static Stream<Object> tested(boolean firing) throws Exception {
    return Yamls.list(yaml("alerts.test.yaml"), "tests").stream()
        .flatMap(test -> Yamls.list(test, "alert_rule_test").stream())
        .filter(each -> Yamls.has(each, "exp_alerts") == firing)
        .map(each -> Yamls.at(each, "alertname"));
  }

  @Test
  void everyAlertHasATestThatFiresAndOneThatDoesNot() throws Exception {
    assertThat(tested(true)).containsAll(alerts());
    assertThat(tested(false)).containsAll(alerts());
  }

  @Test
  void theOperationsGuideDescribesEveryAlert() throws Exception {
    String guide = Files.readString(Path.of("docs/operations.md"));
    assertThat(alerts()).allSatisfy(alert -> assertThat(guide).contains("`" + alert + "`"));
  }

  @Test
  void alertsUseTheScrapedJob() throws Exception {
    assertThat(Files.readString(FOLDER.resolve("alerts.yaml")))
        .contains("up{job=\"" + Yamls.at(yaml("scrape.yaml"), "scrape_configs.0.job_name") + "\"}");
  }

  /** Checked by {@code promtool}; skipped without it. */
  @Nested
  class AsPrometheusSeesThem {
    @BeforeEach
    void promtool() {
      Tool.wish("promtool");
    }

    @ParameterizedTest
    @CsvSource({"check, alerts.yaml", "test, alerts.test.yaml"})
    void promtoolAccepts(String verb, String file) {
      Tool.Ended ended =
          Tool.run(Map.of(), "promtool", verb, "rules", FOLDER.resolve(file).toString());
      assertThat(ended.status()).as(ended.output()).isZero();
    }
  }
}
