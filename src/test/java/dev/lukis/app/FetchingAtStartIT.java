package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.HttpAnswer;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import dev.lukis.testing.PackagedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of the Hub that is not in the cache when the server starts. */
class FetchingAtStartIT {
  private static final String MODEL = "lukis.model=makers/turbo";
  private static final String LARGEST = "text_encoder/model.onnx";

  private final HubRepository repository =
      HubRepository.of("makers/turbo", Path.of("src/test/resources/families/sd-turbo"));
  private final HubServer hub = HubServer.start().with(repository);

  @TempDir Path directory;

  @AfterEach
  void stop() {
    hub.close();
  }

  private PackagedServer start(String log) throws IOException {
    return start(log, MODEL, "lukis.device=cpu");
  }

  private PackagedServer start(String log, String... settings) throws IOException {
    Map<String, String> environment =
        Map.of(
            "HF_ENDPOINT",
            hub.endpoint().toString(),
            "HF_HOME",
            directory.resolve("hf").toString());
    return PackagedServer.start(directory.resolve(log), environment, settings);
  }

  private static HttpResponse<String> get(URI base, String path)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  /** Sends half of the largest file and then waits, or cuts the connection. */
  private void holdUp(CountDownLatch latch) {
    byte[] content = repository.content(LARGEST);
    hub.storageFault(
        (exchange, asked) -> {
          if (!Arrays.equals(asked, content) || exchange.getRequestHeaders().containsKey("Range")) {
            return false;
          }
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content, 0, content.length / 2);
          exchange.getResponseBody().flush();
          try {
            latch.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseBody().write(content, content.length / 2, content.length / 2);
          return true;
        });
  }

  private static void awaitFetching(URI base) {
    Awaitility.await()
        .atMost(60, TimeUnit.SECONDS)
        .until(() -> get(base, "q/health/ready").body().matches("(?s).*fetching, [5-9][0-9] %.*"));
  }

  @Test
  void progressIsShownUntilTheModelIsThereAndThenPeopleAreAdmitted() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    holdUp(latch);
    try (PackagedServer server = start("first.log")) {
      URI base = server.base();
      awaitFetching(base);
      assertThat(get(base, "q/health/ready").statusCode()).isEqualTo(503);
      assertThat(get(base, "q/health/started").statusCode()).isEqualTo(200);
      assertThat(get(base, "q/health/live").statusCode()).isEqualTo(200);
      assertThat(HttpAnswer.refused(base).head())
          .contains("opening")
          .containsPattern("(?i)Lukis-Fetched: [5-9][0-9]");
      latch.countDown();
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> get(base, "q/health/ready").statusCode() == 200);
      assertThat(get(base, "q/health/ready").body()).doesNotContain("fetching");
      assertThat(HttpAnswer.toUpgrade(base).status()).isEqualTo(101);
      assertThat(server.lines())
          .anyMatch(line -> line.matches(".*fetching makers/turbo, \\d+ % of 0 MB: .*"));
    }
  }

  @Test
  void aStartThatWasKilledGoesOnAtTheNextOne() throws Exception {
    CountDownLatch latch = new CountDownLatch(1);
    holdUp(latch);
    try (PackagedServer server = start("killed.log")) {
      awaitFetching(server.base());
    }
    latch.countDown();
    hub.forget();
    try (PackagedServer server = start("next.log")) {
      URI base = server.base();
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> get(base, "q/health/ready").statusCode() == 200);
    }
    List<HubServer.Seen> bytes =
        hub.seen().stream().filter(seen -> seen.server().equals("storage")).toList();
    assertThat(bytes).hasSize(1);
    assertThat(bytes.get(0).range()).matches("bytes=[1-9][0-9]*-");
  }

  @Test
  void aModelThatCannotBeFetchedEndsTheStartWithOneLine() throws Exception {
    hub.with(repository.gatedBy("hf_right"));
    try (PackagedServer server = start("refused.log")) {
      assertThat(server.exitCode()).isEqualTo(1);
      assertThat(server.lines())
          .filteredOn(line -> line.contains("makers/turbo: access is restricted"))
          .hasSize(1);
      assertThat(server.lines()).noneMatch(line -> line.startsWith("\tat "));
    }
  }

  @Test
  void theTinyDecoderAndTheLorasAreFetchedToo() throws Exception {
    Path fixtures = Path.of("src/test/resources");
    hub.with(HubRepository.of("makers/sd1", fixtures.resolve("pipelines/sd1")));
    hub.with(HubRepository.of("makers/taesd", fixtures.resolve("pipelines/sdxs/vae")));
    hub.with(HubRepository.of("makers/styles", fixtures.resolve("loras/sd1")));
    try (PackagedServer server =
        start(
            "parts.log",
            "lukis.model=makers/sd1",
            "lukis.tiny-decoder=makers/taesd",
            "lukis.loras=makers/styles:kohya.safetensors=0.8",
            "lukis.device=cpu")) {
      URI base = server.base();
      Awaitility.await()
          .atMost(60, TimeUnit.SECONDS)
          .until(() -> get(base, "q/health/ready").statusCode() == 200);
      assertThat(server.lines())
          .anyMatch(line -> line.contains("fetching makers/taesd, "))
          .anyMatch(line -> line.contains("fetching makers/styles, "))
          .anyMatch(line -> line.contains("LoRA kohya.safetensors x 0.8"));
    }
  }
}
