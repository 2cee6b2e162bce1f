package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.HttpURLConnection;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Shutting down during typing. An application of its own, since it ends here. */
@QuarkusTest
@TestProfile(GracefulShutdownTest.Alone.class)
class GracefulShutdownTest {
  @TestHTTPResource("/")
  URI base;

  @Inject GracefulShutdown drain;

  public static final class Alone implements QuarkusTestProfile {}

  @Test
  void typedTextIsSettledAllClientsAreToldAndNoneIsAdmitted() throws Exception {
    try (LiveClient typing = new LiveClient(base);
        LiveClient idle = new LiveClient(base)) {
      typing.text();
      idle.text();
      typing.type(1, "a red balloon");
      typing.type(2, "a red balloon on the beach");
      typing.commit(2);
      typing.type(3, "a red balloon on the sea");
      typing.image();
      drain.begin();
      assertThat(idle.closeCode()).isEqualTo(1001);
      assertThat(typing.closeCode()).isEqualTo(1001);
      assertThat(typing.images).anyMatch(image -> image.revision() == 2 && image.last());
      assertThat(typing.images).anyMatch(image -> image.revision() == 3 && image.last());
    }
    HttpURLConnection ready =
        (HttpURLConnection) base.resolve("/q/health/ready").toURL().openConnection();
    assertThat(ready.getResponseCode()).isEqualTo(503);
    HttpURLConnection alive =
        (HttpURLConnection) base.resolve("/q/health/live").toURL().openConnection();
    assertThat(alive.getResponseCode()).isEqualTo(200);
  }
}
