package dev.lukis.app;

import static dev.lukis.testing.FrameClient.TEXT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.testing.FrameClient;
import dev.lukis.testing.PackagedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log of the packaged application, as a collector reads it. */
class JsonLogIT {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path directory;

  private List<JsonNode> logOfATypist(String... configuration) throws Exception {
    String[] all = new String[configuration.length + 1];
    System.arraycopy(configuration, 0, all, 0, configuration.length);
    all[configuration.length] = "quarkus.log.console.json.enabled=true";
    try (PackagedServer server = PackagedServer.start(directory.resolve("json.log"), all);
        FrameClient client = new FrameClient(server.base())) {
      client.read(TEXT);
      client.text(
          "{\"type\":\"prompt\",\"revision\":1,\"text\":\"a lantern\\nERROR all is lost\"}");
      client.text("{\"type\":\"commit\",\"revision\":1}");
      client.text("{\"type\":\"prompt\",\"revision\":2,\"text\":\"a lantern");
      client.text("{\"type\":\"prompt\",\"revision\":3,\"text\":\"a nude lantern \"}");
      client.text("{\"type\":\"commit\",\"revision\":3}");
      client.read(FrameClient.BINARY);
      server.terminate();
      assertThat(client.closeCode()).isEqualTo(1001);
      server.exitCode();
      return parsed(server.lines());
    }
  }

  private static List<JsonNode> parsed(List<String> lines) throws IOException {
    List<JsonNode> entries = new ArrayList<>();
    for (String line : lines) {
      entries.add(MAPPER.readTree(line));
    }
    return entries;
  }

  @Test
  void isOneObjectALineWithoutAnybodysWords() throws Exception {
    List<JsonNode> entries = logOfATypist();
    assertThat(entries)
        .isNotEmpty()
        .allSatisfy(each -> assertThat(each.has("timestamp") && each.has("level")).isTrue())
        .anyMatch(each -> each.get("message").asText().contains("paints 128 x 128"))
        .noneMatch(each -> each.toString().contains("lantern"));
  }

  @Test
  void holdsTheWordsWhereThatWasSwitchedOnOnALineOfTheirOwn() throws Exception {
    assertThat(logOfATypist("lukis.log.prompts=true"))
        .extracting(each -> each.get("message").asText())
        .contains("prompt: a lantern ERROR all is lost");
  }
}
