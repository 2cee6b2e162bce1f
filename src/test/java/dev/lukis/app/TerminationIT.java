package dev.lukis.app;

import static dev.lukis.testing.FrameClient.BINARY;
import static dev.lukis.testing.FrameClient.CLOSE;
import static dev.lukis.testing.FrameClient.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.FrameClient;
import dev.lukis.testing.HttpAnswer;
import dev.lukis.testing.PackagedServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SIGTERM, to the packaged application as it is deployed. */
class TerminationIT {
  /** 128 and the number of SIGTERM: how a JVM ends that was asked to. */
  private static final int TERMINATED = 143;

  @TempDir Path directory;

  private PackagedServer start(String deadline) throws IOException {
    return PackagedServer.start(
        directory.resolve("server.log"), "lukis.drain.deadline=" + deadline);
  }

  private static void type(FrameClient client, int revision, String text) throws IOException {
    client.text("{\"type\":\"prompt\",\"revision\":%d,\"text\":\"%s\"}".formatted(revision, text));
  }

  /** Leaves a client whose settled image waits, because it has not acknowledged the two before. */
  private static void leaveAnImageWaiting(FrameClient client) throws IOException {
    client.text("{\"type\":\"settings\",\"acks\":true}");
    type(client, 1, "a red balloon");
    client.read(BINARY);
    type(client, 2, "a red balloon on the beach");
    client.read(BINARY);
    client.text("{\"type\":\"commit\",\"revision\":2}");
  }

  private static int status(URI base, String path) throws IOException {
    var connection = (HttpURLConnection) base.resolve(path).toURL().openConnection();
    return connection.getResponseCode();
  }

  @Test
  void settlesTypedTextFailsReadinessAdmitsNoClientAndEnds() throws Exception {
    try (PackagedServer server = start("50s");
        FrameClient client = new FrameClient(server.base())) {
      URI base = server.base();
      client.read(TEXT);
      leaveAnImageWaiting(client);
      server.terminate();
      Awaitility.await()
          .atMost(20, TimeUnit.SECONDS)
          .until(() -> status(base, "/q/health/ready") == 503);
      assertThat(status(base, "/q/health/live")).isEqualTo(200);
      HttpAnswer newcomer = HttpAnswer.refused(base);
      assertThat(newcomer.status()).isEqualTo(503);
      assertThat(newcomer.body()).isEqualTo("The server is shutting down.");
      assertThat(settled(client)).isEqualTo(2);
      assertThat(client.closeCode()).isEqualTo(1001);
      assertThat(server.exitCode()).isEqualTo(TERMINATED);
    }
  }

  // The revision of the next final image.
  private static int settled(FrameClient client) throws IOException {
    while (true) {
      FrameClient.Frame frame = client.read();
      assertThat(frame.opcode()).isNotEqualTo(CLOSE);
      String header = new String(frame.payload(), StandardCharsets.UTF_8);
      if (frame.opcode() == BINARY && header.contains("\"final\":true")) {
        return Integer.parseInt(header.replaceFirst("(?s).*\"revision\":(\\d+).*", "$1"));
      }
    }
  }

  @Test
  void endsAfterTheDeadlineEvenIfAnImageStillWaits() throws Exception {
    try (PackagedServer server = start("0ms");
        FrameClient client = new FrameClient(server.base())) {
      client.read(TEXT);
      leaveAnImageWaiting(client);
      server.terminate();
      assertThat(client.closeCode()).isEqualTo(1001);
      assertThat(server.exitCode()).isEqualTo(TERMINATED);
      assertThat(server.lines()).anyMatch(line -> line.contains("not settled within PT0S"));
    }
  }

  @Test
  void aClientThatDoesNotAnswerTheCloseFrameDelaysNothing() throws Exception {
    try (PackagedServer server = start("5s");
        FrameClient idle = new FrameClient(server.base())) {
      idle.read(TEXT);
      server.terminate();
      assertThat(idle.closeCode()).isEqualTo(1001);
      assertThat(server.exitCode()).isEqualTo(TERMINATED);
      assertThat(server.lines()).noneMatch(line -> line.contains("not everything was settled"));
    }
  }
}
