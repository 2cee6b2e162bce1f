package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Words that are not painted, and images that are not shown: here, such as are rather red. */
@QuarkusTest
@TestProfile(SafetyTest.NothingRed.class)
class SafetyTest {
  @TestHTTPResource("/")
  URI base;

  public static final class NothingRed implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("lukis.safety.images.directory", "src/test/resources/classifier");
    }
  }

  private String metrics() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve("/q/metrics")).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
  }

  @Test
  void blockedWordsAreToldAndCountedAndOthersArePainted() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a nude person ");
      JsonNode error = client.text("error");
      assertThat(error.get("code").asText()).isEqualTo("prompt-blocked");
      assertThat(error.get("message").asText()).startsWith("These words are not painted");
      assertThat(error.get("revision").asLong()).isEqualTo(1);
      client.type(2, "a frog in the forest by day");
      assertThat(client.finalImage(2).revision()).isEqualTo(2);
      assertThat(client.images).noneMatch(image -> image.revision() == 1);
    }
    assertThat(metrics()).containsPattern("lukis_prompts_blocked_total [1-9]");
  }

  @Test
  void blockedImagesAndTheirPreviewsAreReportedCountedAndNotSent() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a strawberry on a red background");
      client.commit(1);
      JsonNode error = client.text("error");
      assertThat(error.get("code").asText()).isEqualTo("image-blocked");
      assertThat(error.get("revision").asLong()).isEqualTo(1);
      client.type(2, "a frog in the forest by day");
      assertThat(client.finalImage(2).revision()).isEqualTo(2);
      assertThat(client.images).noneMatch(image -> image.revision() == 1);
    }
    assertThat(metrics()).containsPattern("lukis_images_blocked_total [1-9]");
  }
}
