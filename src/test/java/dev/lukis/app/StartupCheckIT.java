package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.PackagedServer;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the packaged application says about settings that make no sense. */
class StartupCheckIT {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lukis.prompt-length=-5 | lukis.prompt-length = -5 (expected: 1 to 20000)",
        "lukis.admission.sessions=0 | lukis.admission.sessions = 0 (expected: 1 to 1000000)",
        "lukis.live.quiet-min=900ms | quiet-min: 900ms (expected: at most quiet, which is 120ms)",
        "lukis.share.base-url=192.168.1.20:8080 | lukis.share.base-url = 192.168.1.20:8080",
        "lukis.allowed-origins=* | lukis.allowed-origins: * (expected: an origin",
        "lukis.identity.api-keys=short | lukis.identity.api-keys: 5 characters",
        "lukis.live.quit=100ms | lukis.live.quit",
        "lukis.admission.silence=20s | lukis.admission.silence: 20s (expected: more than",
      })
  void aSettingThatMakesNoSenseEndsTheStartWithOneLine(String setting, String line)
      throws Exception {
    try (PackagedServer server = PackagedServer.start(folder.resolve("log"), setting)) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.lines()).filteredOn(each -> each.contains(line)).hasSize(1);
      assertThat(server.lines()).noneMatch(each -> each.startsWith("\tat "));
    }
  }
}
