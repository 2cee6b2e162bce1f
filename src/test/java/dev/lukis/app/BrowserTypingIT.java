package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * A person types into the page of the packaged application: the scenario is in {@code
 * frontend/e2e}. Screenshots are left in {@code target/screenshots}.
 */
@QuarkusIntegrationTest
class BrowserTypingIT {
  private static final int PATIENCE_MINUTES = 10;

  @TestHTTPResource("/")
  URI base;

  @Test
  void thePictureFollowsTheWordsInABrowser() throws IOException, InterruptedException {
    Path log = Path.of("target/browser-test.log");
    ProcessBuilder browser =
        new ProcessBuilder("bash", "frontend/e2e/run.sh")
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    browser.environment().put("LUKIS_URL", base.toString().replaceAll("/$", ""));
    browser
        .environment()
        .put("LUKIS_SCREENSHOTS", Path.of("target/screenshots").toAbsolutePath().toString());
    Process process = browser.start();
    assertThat(process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)).as("ended in time").isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }
}
