package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.HttpAnswer;
import dev.lukis.testing.PackagedServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the probes are told while the model is being opened, and after. */
class HealthIT {
  @TempDir Path directory;

  private static int status(URI base, String path) throws IOException {
    var connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    return connection.getResponseCode();
  }

  // A word list that is a pipe delays the start until something is written into it.
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aliveFromTheBeginningButStartedAndReadyOnlyOnceTheModelIsOpen() throws Exception {
    Path lists = Files.createDirectory(directory.resolve("lists"));
    Path pipe = lists.resolve("slow.txt");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    try (PackagedServer server =
        PackagedServer.start(
            directory.resolve("server.log"), "lukis.safety.prompts.directory=" + lists)) {
      URI base = server.base();
      assertThat(status(base, "/q/health/live")).isEqualTo(200);
      assertThat(status(base, "/q/health/started")).isEqualTo(503);
      assertThat(status(base, "/q/health/ready")).isEqualTo(503);
      assertThat(status(base, "/page.json")).isEqualTo(200);
      assertThat(HttpAnswer.refused(base).head()).contains("503").contains("opening");
      Files.writeString(pipe, "blocked\n");
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> status(base, "/q/health/started") == 200);
      assertThat(status(base, "/q/health/ready")).isEqualTo(200);
      assertThat(HttpAnswer.toUpgrade(base).status()).isEqualTo(101);
    }
  }
}
