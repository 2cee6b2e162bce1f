package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lukis.testing.FrameClient;
import dev.lukis.testing.Ready;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Clients that are connected and say nothing, or not all of it. */
@QuarkusTest
@TestProfile(HangingClientTest.Impatient.class)
class HangingClientTest {
  @TestHTTPResource("/")
  URI base;

  @Inject LiveConnections connections;

  /** Deadlines are short, since the tests wait for them. */
  public static final class Impatient implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lukis.admission.silence", "3s",
          "quarkus.websockets-next.server.auto-ping-interval", "1s",
          "quarkus.http.idle-timeout", "4s");
    }
  }

  @Test
  void aClientThatAnswersNoPingIsCutOff() throws IOException {
    try (FrameClient client = new FrameClient(base)) {
      assertThat(client.closeCode()).isEqualTo(FrameClient.CUT);
    }
    await().atMost(20, TimeUnit.SECONDS).until(() -> connections.queue().admitted() == 0);
  }

  @Test
  void halfAnUpgradeIsCutOff() throws IOException {
    Ready.await(base);
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      socket
          .getOutputStream()
          .write(
              "GET /live HTTP/1.1\r\nHost: x\r\nUpgrade: webs".getBytes(StandardCharsets.US_ASCII));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void anUpgradeThatComesByteByByteIsCutOff() throws IOException {
    Ready.await(base);
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(300);
      socket
          .getOutputStream()
          .write("GET /live HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII));
      await().atMost(20, TimeUnit.SECONDS).until(() -> endsAfterAnotherByte(socket));
    }
  }

  private static boolean endsAfterAnotherByte(Socket socket) throws IOException {
    try {
      socket.getOutputStream().write('x');
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException stillOpen) {
      return false;
    } catch (SocketException ended) {
      return true;
    }
  }
}
