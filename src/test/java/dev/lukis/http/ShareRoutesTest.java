package dev.lukis.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taking a picture home. */
@QuarkusTest
class ShareRoutesTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  URI base;

  private HttpResponse<String> share(String body) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(base.resolve("/share")).POST(BodyPublishers.ofString(body)).build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofByteArray());
  }

  @Test
  void aFinalImageIsSharedAndFetchedByteForByte() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      String session = client.text().get("session").asText();
      client.type(1, "a red balloon");
      client.commit(1);
      LiveClient.Image image = client.finalImage(1);
      HttpResponse<String> answer =
          share(
              "{\"session\":\"%s\",\"image\":%d}"
                  .formatted(session, image.header().get("image").asLong()));
      assertThat(answer.statusCode()).isEqualTo(201);
      JsonNode share = new ObjectMapper().readTree(answer.body());
      String path = URI.create(share.get("url").asText()).getPath();
      HttpResponse<byte[]> fetched = get(path);
      assertThat(fetched.body()).isEqualTo(image.encoded());
      assertThat(fetched.headers().firstValue("Content-Type")).contains("image/jpeg");
      assertThat(fetched.headers().firstValue("Content-Disposition").orElseThrow())
          .startsWith("inline; filename=\"a-red-balloon-")
          .contains(".jpg\"; filename*=UTF-8''a-red-balloon-");
      HttpResponse<byte[]> head =
          http.send(
              HttpRequest.newBuilder(base.resolve(path))
                  .method("HEAD", BodyPublishers.noBody())
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValueAsLong("Content-Length"))
          .hasValue(image.encoded().length);
      assertThat(share.get("qr").asText()).startsWith("i/");
      HttpResponse<byte[]> code = get(share.get("qr").asText());
      assertThat(code.headers().firstValue("Content-Type")).contains("image/svg+xml");
    }
  }

  @Test
  void previewsAndImagesOfOthersAreNotShared() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      String session = client.text().get("session").asText();
      client.type(1, "a red balloon ");
      assertThat(client.image().last()).isFalse();
      assertThat(share("{\"session\":\"%s\",\"image\":1}".formatted(session)).statusCode())
          .isEqualTo(404);
    }
    assertThat(share("{\"session\":\"somebody\",\"image\":1}").statusCode()).isEqualTo(404);
    assertThat(get("/i/unknown").statusCode()).isEqualTo(404);
    assertThat(get("/i/unknown/qr.svg").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{",
        "null",
        "{\"session\":\"a\"}",
        "{\"session\":\"a\",\"image\":\"b\"}"
      })
  void aBodyThatIsNotUnderstoodIsRefusedWithWhatWasExpected(String body) throws Exception {
    HttpResponse<String> answer = share(body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("expected");
  }

  @Test
  void aBodyThatIsTooBigIsRefused() throws Exception {
    assertThat(share("{\"session\":\"" + "x".repeat(5_000) + "\"}").statusCode()).isEqualTo(413);
  }
}
