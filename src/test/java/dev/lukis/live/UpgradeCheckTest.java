package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.Ready;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which upgrades are accepted, seen from a raw socket. */
@QuarkusTest
class UpgradeCheckTest {
  @TestHTTPResource("/")
  URI base;

  @ParameterizedTest
  @CsvSource({
    "lukis.v1,,101",
    "'other, lukis.v1',,101",
    "lukis.v9,,400",
    "lukis.v1,http://evil.example,403",
    "lukis.v1,own,101",
    "lukis.v1,null,403",
  })
  void onlyTheProtocolAndThePagesOwnOriginAreLetIn(String protocol, String origin, int status)
      throws IOException {
    String from = "own".equals(origin) ? "http://" + base.getAuthority() : origin;
    assertThat(upgrade(protocol, from)).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "Lukis-Origin,http://evil.example,403,origin",
    "Lukis-Origin,own,426,upgrade",
    "Accept,text/plain,426,upgrade",
  })
  void aPlainQuestionLearnsWhyTheUpgradeWasRefused(
      String header, String value, int status, String reason) throws Exception {
    Ready.await(base);
    HttpURLConnection question = (HttpURLConnection) base.resolve("/live").toURL().openConnection();
    question.setRequestProperty(
        header, value.equals("own") ? "http://" + base.getAuthority() : value);
    assertThat(question.getResponseCode()).isEqualTo(status);
    assertThat(question.getHeaderField("Lukis-Refused")).isEqualTo(reason);
  }

  private int upgrade(String protocol, String origin) throws IOException {
    Ready.await(base);
    String request =
        "GET /live HTTP/1.1\r\nHost: "
            + base.getAuthority()
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: "
            + protocol
            + (origin == null ? "" : "\r\nOrigin: " + origin)
            + "\r\n\r\n";
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      var reader =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return Integer.parseInt(reader.readLine().split(" ", -1)[1]);
    }
  }

  @Test
  void theApplicationIsReadyAndAlive() throws IOException {
    Ready.await(base);
    HttpURLConnection health =
        (HttpURLConnection) base.resolve("/q/health").toURL().openConnection();
    assertThat(health.getResponseCode()).isEqualTo(200);
  }
}
