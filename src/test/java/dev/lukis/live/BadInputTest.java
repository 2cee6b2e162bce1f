package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.testing.LiveClient;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every bad message is answered by name, and changes nothing. */
@QuarkusTest
class BadInputTest {
  @TestHTTPResource("/")
  URI base;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "nonsense                                          | invalid-json        | not a JSON object",
        "[1]                                               | invalid-json        | not a JSON object",
        "{\"type\":\"stop\"} x                             | invalid-json        | not a JSON object",
        "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]  | invalid-json        | not a JSON object",
        "{}                                                | invalid-field       | type: missing",
        "{\"type\":7}                                      | invalid-field       | type: 7 (expected: a text)",
        "{\"type\":\"dance\"}                              | unknown-type        | type: dance",
        "{\"type\":\"prompt\",\"text\":\"x\"}              | invalid-field       | revision: missing",
        "{\"type\":\"prompt\",\"revision\":2}              | invalid-field       | text: missing",
        "{\"type\":\"prompt\",\"revision\":2,\"text\":[]}  | invalid-field       | text: []",
        "{\"type\":\"prompt\",\"revision\":2.5,\"text\":\"\"} | invalid-field    | revision: 2.5",
        "{\"type\":\"prompt\",\"revision\":1e30,\"text\":\"\"} | invalid-field   | revision: ",
        "{\"type\":\"prompt\",\"revision\":1,\"text\":\"x\"} | revision-not-rising | revision: 1 (expected: > 1)",
        "{\"type\":\"prompt\",\"revision\":2,\"text\":\"x\",\"composing\":3} | invalid-field | composing: 3",
        "{\"type\":\"commit\",\"revision\":9}              | unknown-revision    | revision: 9 (expected: 1",
        "{\"type\":\"ack\",\"image\":900}                  | unknown-image       | image: 900",
        "{\"type\":\"settings\",\"seed\":-3}               | setting-out-of-range | seed: -3 (expected: 0..",
        "{\"type\":\"settings\",\"seed\":\"a\"}            | invalid-field       | seed: \"a\"",
        "{\"type\":\"settings\",\"width\":100}             | setting-out-of-range | width and height: 100 x 128",
        "{\"type\":\"settings\",\"guidanceScale\":99}      | setting-out-of-range | guidanceScale: 99.0",
        "{\"type\":\"settings\",\"format\":\"bmp\"}        | invalid-field       | format: \"bmp\" (expected: jpeg, png or webp)",
        "{\"type\":\"settings\",\"acks\":null}             | invalid-field       | acks: null",
      })
  void isRefusedByNameAndTheSessionGoesOn(String message, String code, String says) {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a cat");
      client.send(message);
      assertRefused(client.text(), code, says);
      client.type(2, "a dog");
      assertThat(client.finalImage(2).header().get("width").asInt()).isEqualTo(128);
    }
  }

  private static void assertRefused(JsonNode answer, String code, String says) {
    assertThat(answer.get("type").asText()).isEqualTo("error");
    assertThat(answer.get("code").asText()).isEqualTo(code);
    assertThat(answer.get("message").asText()).contains(says);
  }

  @Test
  void aPromptOverTheLimitIsRefusedWithItsRevision() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(4, "x".repeat(501));
      JsonNode answer = client.text();
      assertRefused(answer, "prompt-too-long", "text: 501 characters (expected: at most 500)");
      assertThat(answer.get("revision").asLong()).isEqualTo(4);
    }
  }

  @Test
  void aBinaryMessageIsRefused() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.sendBinary((byte) 1, (byte) 2);
      assertRefused(client.text(), "binary-not-supported", "expected: JSON text");
      client.type(1, "a cat");
      client.image();
    }
  }

  @Test
  void aMessageOverTheFrameLimitClosesTheConnectionAsTooBig() throws Exception {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.send("x".repeat(70_000));
      assertThat(client.closed.get(20, TimeUnit.SECONDS).getCode()).isEqualTo(1009);
    }
  }

  @Test
  void errorsDoNotRepeatThePrompt() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.send("{\"type\":\"prompt\",\"revision\":1,\"text\":\"a secret");
      assertThat(client.text().toString()).doesNotContain("secret");
    }
  }
}
