package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.testing.LiveClient;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Below a root path, and behind a proxy that serves that below a prefix. */
@QuarkusTest
@TestProfile(RootPathTest.Below.class)
class RootPathTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI base;

  /** The root path, and a trusted proxy. */
  public static final class Below implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "quarkus.http.root-path", "/paint",
          "quarkus.http.proxy.proxy-address-forwarding", "true",
          "quarkus.http.proxy.allow-x-forwarded", "true",
          "quarkus.http.proxy.enable-forwarded-host", "true",
          "quarkus.http.proxy.enable-forwarded-prefix", "true");
    }
  }

  private URI below() {
    return URI.create("http://" + base.getAuthority() + "/paint/");
  }

  @ParameterizedTest
  @CsvSource({
    "page.json, 200",
    "live, 426",
    "'', 200",
    "i/none, 404",
    "assets/stand-in-12345678.js, 200"
  })
  void everyRouteIsBelowTheRootPath(String path, int status) throws Exception {
    dev.lukis.testing.Ready.await(below());
    HttpRequest request = HttpRequest.newBuilder(below().resolve(path)).build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @Test
  void aSharedImageIsFoundAtTheAddressThatIsTold() throws Exception {
    try (LiveClient client = new LiveClient(below())) {
      String session = client.text().get("session").asText();
      client.type(1, "a red balloon");
      client.commit(1);
      long image = client.finalImage(1).header().get("image").asLong();
      JsonNode share = share(session, image);
      String url = share.get("url").asText();
      assertThat(URI.create(url).getPath()).startsWith("/paint/i/");
      URI code = below().resolve(share.get("qr").asText());
      assertThat(
              http.send(HttpRequest.newBuilder(code).build(), BodyHandlers.ofString()).statusCode())
          .isEqualTo(200);
      JsonNode proxied =
          share(session, image, "X-Forwarded-Prefix", "/art", "X-Forwarded-Host", "a.example");
      assertThat(proxied.get("url").asText()).startsWith("http://a.example/art/paint/i/");
      assertThat(proxied.get("reachable").asBoolean()).isTrue();
    }
  }

  private JsonNode share(String session, long image, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(below().resolve("share"))
            .POST(
                BodyPublishers.ofString(
                    "{\"session\":\"" + session + "\",\"image\":" + image + "}"));
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(201);
    return new ObjectMapper().readTree(answer.body());
  }
}
