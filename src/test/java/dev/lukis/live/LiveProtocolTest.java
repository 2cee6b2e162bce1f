package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.testing.LiveClient;
import dev.lukis.testing.LiveClient.Image;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The protocol against the running application and the embedded model. */
@QuarkusTest
class LiveProtocolTest {
  @TestHTTPResource("/")
  URI base;

  @Test
  void aNewConnectionIsToldWhatPaintsAndWhatIsAccepted() {
    try (LiveClient client = new LiveClient(base)) {
      JsonNode ready = client.text();
      assertThat(ready.get("type").asText()).isEqualTo("ready");
      assertThat(ready.get("session").asText()).isNotEmpty();
      assertThat(ready.get("model").get("name").asText()).isEqualTo("lukis-mini");
      assertThat(ready.get("model").get("width").asInt()).isEqualTo(128);
      assertThat(ready.get("limits").get("promptLength").asInt()).isEqualTo(500);
      assertThat(ready.get("seed").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void wordsBecomeAPicture() throws IOException {
    try (LiveClient client = new LiveClient(base)) {
      long seed = client.text().get("seed").asLong();
      client.type(3, "a red balloon on the beach");
      Image image = client.image();
      JsonNode header = image.header();
      assertThat(header.get("revision").asLong()).isEqualTo(3);
      assertThat(header.get("image").asLong()).isEqualTo(1);
      assertThat(header.get("seed").asLong()).isEqualTo(seed);
      assertThat(header.get("step").asInt()).isBetween(1, header.get("steps").asInt());
      assertThat(header.get("mime").asText()).isEqualTo("image/jpeg");
      assertThat(header.get("elapsedMs").isIntegralNumber()).isTrue();
      var picture = ImageIO.read(new ByteArrayInputStream(image.encoded()));
      assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(128, 128);
    }
  }

  @Test
  void aCommitIsAnsweredWithTheFinalImageOfItsRevision() {
    try (LiveClient client = new LiveClient(base)) {
      client.type(1, "a cat");
      client.commit(1);
      client.type(2, "a dog");
      Image cat = client.finalImage(1);
      assertThat(cat.header().get("type").asText()).isEqualTo("image");
      assertThat(client.finalImage(2).revision()).isEqualTo(2);
      assertThat(client.images).extracting(Image::revision).isSorted();
    }
  }

  @Test
  void aSecondCommitOfTheSameRevisionIsAnsweredAgain() {
    try (LiveClient client = new LiveClient(base)) {
      client.type(1, "a cat");
      byte[] first = client.finalImage(1).encoded();
      client.commit(1);
      assertThat(client.finalImage(1).encoded()).isEqualTo(first);
    }
  }

  @Test
  void whatLooksTheSameIsSatisfied() {
    try (LiveClient client = new LiveClient(base)) {
      client.text();
      client.type(1, "a cat");
      client.type(2, "a cat ");
      JsonNode answer = client.text();
      assertThat(answer.get("type").asText()).isEqualTo("satisfied");
      assertThat(answer.get("revision").asLong()).isEqualTo(2);
    }
  }

  @Test
  void settingsChangeTheSeedAndTheFormat() throws IOException {
    try (LiveClient client = new LiveClient(base)) {
      client.send("{\"type\":\"settings\",\"seed\":1234,\"format\":\"png\",\"later\":true}");
      client.type(1, "a cat");
      Image image = client.finalImage(1);
      assertThat(image.header().get("seed").asLong()).isEqualTo(1234);
      assertThat(image.header().get("mime").asText()).isEqualTo("image/png");
      assertThat(image.encoded()).startsWith(0x89, 'P', 'N', 'G');
    }
  }

  @Test
  void theSameWordsAndSeedGiveTheSameBytesToAnybody() {
    String settings = "{\"type\":\"settings\",\"seed\":5,\"format\":\"png\"}";
    try (LiveClient one = new LiveClient(base);
        LiveClient other = new LiveClient(base)) {
      one.send(settings);
      other.send(settings);
      one.type(1, "a castle in the snow");
      other.type(7, "a castle in the  snow");
      assertThat(other.finalImage(7).encoded()).isEqualTo(one.finalImage(1).encoded());
    }
  }

  @Test
  void anAcknowledgementLetsFurtherImagesThrough() {
    try (LiveClient client = new LiveClient(base)) {
      client.send("{\"type\":\"settings\",\"acks\":true}");
      client.type(1, "a cat");
      client.image();
      client.image();
      client.type(2, "a cat ");
      client.commit(2);
      client.send("{\"type\":\"ack\",\"image\":2}");
      assertThat(client.finalImage(2).header().get("image").asLong()).isGreaterThan(2);
    }
  }
}
