package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.FrameClient;
import dev.lukis.testing.HttpAnswer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Room for three clients, no queue, and a proxy that names the clients' addresses. */
@QuarkusTest
@TestProfile(BehindProxyTest.Proxied.class)
class BehindProxyTest {
  private static final String ONE = "X-Forwarded-For: 203.0.113.5";
  private static final String OTHER = "X-Forwarded-For: 203.0.113.6";
  private static final String THIRD = "X-Forwarded-For: 2001:db8::7";

  @TestHTTPResource("/")
  URI base;

  @Inject LiveConnections connections;

  public static final class Proxied implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lukis.admission.sessions", "3",
          "lukis.admission.when-full", "refuse",
          "lukis.admission.connections-per-address", "2",
          "lukis.admission.retry-after", "9s",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true");
    }
  }

  @AfterEach
  void disconnectAll() {
    Awaitility.await().until(() -> connections.queue().admitted() == 0);
  }

  @Test
  void anAddressIsTheClientsAndNotTheProxys() throws IOException {
    try (FrameClient first = new FrameClient(base, ONE);
        FrameClient second = new FrameClient(base, ONE)) {
      first.read(FrameClient.TEXT);
      second.read(FrameClient.TEXT);
      HttpAnswer third = HttpAnswer.toUpgrade(base, ONE);
      assertThat(third.status()).isEqualTo(429);
      assertThat(third.head()).containsIgnoringCase("Retry-After: 9");
      assertThat(third.body()).isEqualTo("Too many connections from your address.");
      assertThat(HttpAnswer.toUpgrade(base, ONE + ", 198.51.100.1").status()).isEqualTo(429);
      assertThat(HttpAnswer.toUpgrade(base, OTHER).status()).isEqualTo(101);
      assertThat(HttpAnswer.toUpgrade(base, THIRD).status()).isEqualTo(101);
    }
  }

  @Test
  void aFullServerWithoutAQueueRefusesAtOnce() throws IOException {
    try (FrameClient first = new FrameClient(base, ONE);
        FrameClient second = new FrameClient(base, OTHER);
        FrameClient third = new FrameClient(base, THIRD)) {
      first.read(FrameClient.TEXT);
      second.read(FrameClient.TEXT);
      third.read(FrameClient.TEXT);
      HttpAnswer fourth = HttpAnswer.toUpgrade(base, THIRD);
      assertThat(fourth.status()).isEqualTo(503);
      assertThat(fourth.head()).containsIgnoringCase("Retry-After: 9");
      assertThat(fourth.body()).isEqualTo("The server is full.");
    }
  }
}
