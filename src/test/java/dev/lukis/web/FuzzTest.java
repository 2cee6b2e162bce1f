package dev.lukis.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * A hundred thousand malformed messages (a few of these are none after all), and somebody who types
 * beside them.
 */
@QuarkusTest
@TestProfile(FuzzTest.NoLimits.class)
class FuzzTest {
  private static final int MESSAGES = 125_000;
  private static final int BATCH = 40;
  private static final int TYPE_EVERY = 4_000;
  private static final long SEED = 20_251_124;

  @TestHTTPResource("/")
  URI base;

  @Inject Studio studio;

  /** What is too fast would be dropped unread. */
  public static final class NoLimits implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lukis.admission.session.messages", "1e9",
          "lukis.admission.session.messages-burst", "1e9",
          "lukis.admission.session.bytes", "1G",
          "lukis.admission.session.bytes-burst", "1G",
          "lukis.admission.address.messages", "1e9",
          "lukis.admission.address.messages-burst", "1e9",
          "lukis.admission.address.bytes", "1G",
          "lukis.admission.address.bytes-burst", "1G");
    }
  }

  @Test
  void theServerStaysUpAndTheTypistGetsTheirImages() throws IOException {
    Malformed malformed = new Malformed(SEED);
    try (LiveClient typist = new LiveClient(base)) {
      typist.text();
      int sent = 0;
      int revision = 0;
      while (sent < MESSAGES) {
        sent += throwAtServer(malformed, TYPE_EVERY);
        typist.type(++revision, "a red balloon and " + revision + " cats");
        assertThat(typist.finalImage(revision).revision()).isEqualTo(revision);
      }
      assertThat(sent).isGreaterThanOrEqualTo(MESSAGES);
    }
    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> studio.dispatcher().sessions() == 0);
  }

  private int throwAtServer(Malformed malformed, int count) throws IOException {
    int sent = 0;
    while (sent < count) {
      sent += visit(malformed, count - sent);
    }
    return sent;
  }

  // Until the server has had enough of this connection.
  private int visit(Malformed malformed, int most) throws IOException {
    int sent = 0;
    try (FrameClient client = new FrameClient(base)) {
      while (sent < most) {
        int batch = Math.min(BATCH, most - sent);
        client.raw(malformed.messages(batch));
        sent += batch;
        while (client.available() > 0) {
          if (client.read().opcode() == FrameClient.CLOSE) {
            return sent;
          }
        }
        if (malformed.wouldClose()) {
          client.raw(malformed.brokenFrame());
          client.closeCode();
          return sent + 1;
        }
      }
    } catch (IOException closedMeanwhile) {
      return sent + 1;
    }
    return sent;
  }
}
