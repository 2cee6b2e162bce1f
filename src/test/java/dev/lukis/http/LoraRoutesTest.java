package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.LiveClient;
import dev.lukis.testing.Ready;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** LoRAs whose weights change while the service paints. */
@QuarkusTest
@TestProfile(LoraRoutesTest.WithLoras.class)
class LoraRoutesTest {
  private static final String LORAS = "src/test/resources/loras/sd1/";
  private static final String FIRST = LORAS + "kohya.safetensors";
  private static final String SECOND = LORAS + "locon.safetensors";

  private final HttpClient http = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI base;

  /** A tiny pipeline with two LoRAs. */
  public static final class WithLoras implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "lukis.model",
          "src/test/resources/pipelines/sd1",
          "lukis.loras",
          FIRST + "=0.5," + SECOND,
          "lukis.lora-switching",
          "true");
    }
  }

  private HttpResponse<String> put(String body) throws Exception {
    Ready.await(base);
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve("/q/loras")).PUT(BodyPublishers.ofString(body)).build();
    return http.send(request, BodyHandlers.ofString());
  }

  private byte[] paint() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a red balloon");
      client.commit(1);
      return client.finalImage(1).encoded();
    }
  }

  @Test
  void weightsChangeWhatIsPaintedUntilTheyAreAsBefore() throws Exception {
    String both = "{\"" + FIRST + "\":0.5,\"" + SECOND + "\":1.0}";
    assertThat(put(both).body()).isEqualTo(both);
    byte[] before = paint();
    HttpResponse<String> answer = put("{\"" + SECOND + "\": 0.25}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"" + SECOND + "\":0.25}");
    assertThat(paint()).isNotEqualTo(before);
    assertThat(put("{}").body()).isEqualTo("{}");
    assertThat(put(both).body()).isEqualTo(both);
    assertThat(paint()).isEqualTo(before);
  }

  @Test
  void onlyConfiguredLorasAndWeightsInTheirRangeAreTaken() throws Exception {
    HttpResponse<String> other = put("{\"/etc/passwd\": 1}");
    assertThat(other.statusCode()).isEqualTo(400);
    assertThat(other.body())
        .startsWith("/etc/passwd (expected: a LoRA of lukis.loras: " + FIRST + ", " + SECOND);
    assertThat(put("{\"" + FIRST + "\": 1e9}").body()).contains("a weight from -10 to 10");
    for (String wrong : new String[] {"[]", "{", "{\"" + FIRST + "\": null}", "{\"a\": \"b\"}"}) {
      assertThat(put(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
