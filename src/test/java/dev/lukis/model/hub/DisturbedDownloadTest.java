package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections that break, servers that send something else, and processes that are killed. */
class DisturbedDownloadTest {
  private static final String UNET = "unet/diffusion_pytorch_model.safetensors";
  private static final int PART = 1_000_000;

  private final HubRepository repository = Fetches.pipeline();
  private final HubServer server = HubServer.start().with(repository);
  private final byte[] unet = repository.content(UNET);

  @TempDir Path home;
  private Fetches fetches;

  @BeforeEach
  void begin() {
    fetches = new Fetches(server, home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Path incomplete() {
    return home.resolve("hub/models--makers--tiny/blobs")
        .resolve(HubRepository.sha256(unet) + ".lukis.incomplete");
  }

  private List<String> ranges() {
    return server.seen().stream()
        .filter(seen -> seen.path().contains(HubRepository.sha256(unet)))
        .map(HubServer.Seen::range)
        .toList();
  }

  private void assertWhole(Path snapshot) {
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
  }

  /** A fault for the denoiser's weights only. */
  private void fault(HubServer.Fault fault) {
    server.storageFault(
        (exchange, content) -> Arrays.equals(content, unet) && fault.answer(exchange, content));
  }

  @Test
  void aDownloadGoesOnWhereTheConnectionBroke() {
    AtomicInteger cuts = new AtomicInteger(2);
    fault(
        (exchange, content) -> {
          if (cuts.getAndDecrement() <= 0) {
            return false;
          }
          HubServer.sendCut(exchange, content, PART);
          return true;
        });
    assertWhole(fetches.fetch());
    assertThat(ranges()).hasSize(3);
    assertThat(ranges().get(0)).isEqualTo("null");
    assertThat(ranges().get(2)).matches("bytes=[1-9][0-9]+-");
    // Bytes have arrived in between, so the wait does not grow.
    assertThat(fetches.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    assertThat(fetches.messages).hasSize(2).allMatch(line -> line.contains("next attempt in 1 s"));
  }

  @Test
  void aKilledDownloadGoesOnAtTheNextStart() throws IOException {
    fault(
        (exchange, content) -> {
          HubServer.sendCut(exchange, content, PART);
          throw new IOException("the power is gone");
        });
    Fetches killed =
        new Fetches(server, home) {
          @Override
          public void message(String line) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(killed::fetch).hasMessage("killed");
    long left = Files.size(incomplete());
    assertThat(left).isPositive();
    server.mend();
    server.forget();
    assertWhole(fetches.locate());
    assertThat(ranges()).containsExactly("bytes=" + left + "-");
    assertThat(incomplete()).doesNotExist();
  }

  @Test
  void whatAnotherClientHasLeftIsContinued() throws IOException {
    Path others = incomplete().resolveSibling(HubRepository.sha256(unet) + ".incomplete");
    Files.createDirectories(others.getParent());
    Files.write(others, Arrays.copyOf(unet, PART));
    assertWhole(fetches.fetch());
    assertThat(ranges()).containsExactly("bytes=" + PART + "-");
  }

  @Test
  void aServerThatIgnoresTheRangeBeginsAnew() throws IOException {
    Files.createDirectories(incomplete().getParent());
    Files.write(incomplete(), Arrays.copyOf(unet, PART));
    fault(
        (exchange, content) -> {
          HubServer.send(exchange, 200, content);
          return true;
        });
    assertWhole(fetches.fetch());
  }

  @Test
  void aPartFromAnotherPlaceIsNotAppended() throws IOException {
    Files.createDirectories(incomplete().getParent());
    Files.write(incomplete(), Arrays.copyOf(unet, PART));
    AtomicInteger wrong = new AtomicInteger(1);
    fault(
        (exchange, content) -> {
          if (wrong.getAndDecrement() <= 0) {
            return false;
          }
          exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/" + content.length);
          HubServer.send(exchange, 206, Arrays.copyOf(content, 10));
          return true;
        });
    assertWhole(fetches.fetch());
  }

  @Test
  void bytesWithAWrongHashAreDeletedAndFetchedOnceMore() {
    AtomicInteger wrong = new AtomicInteger(1);
    fault(
        (exchange, content) -> {
          if (wrong.getAndDecrement() <= 0) {
            return false;
          }
          HubServer.send(exchange, 200, HubRepository.bytes(content.length, 99));
          return true;
        });
    assertWhole(fetches.fetch());
    assertThat(fetches.messages)
        .containsExactly(
            "makers/tiny: " + UNET + ": its hash is wrong; it was deleted and is fetched again");
  }

  @Test
  void aHashThatStaysWrongIsTold() {
    fault(
        (exchange, content) -> {
          HubServer.send(exchange, 200, HubRepository.bytes(content.length, 99));
          return true;
        });
    assertThatThrownBy(() -> fetches.fetch())
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("makers/tiny: " + UNET + ": its hash is wrong, twice");
    assertThat(incomplete()).doesNotExist();
    assertThat(home.resolve("hub/models--makers--tiny/refs/main")).doesNotExist();
  }

  @Test
  void aWrongBeginningThatAnInterruptedDownloadLeftIsFetchedAnew() throws IOException {
    Files.createDirectories(incomplete().getParent());
    Files.write(incomplete(), HubRepository.bytes(PART, 77));
    assertWhole(fetches.fetch());
    assertThat(ranges()).containsExactly("bytes=" + PART + "-", "null");
  }

  @Test
  void aLeftoverThatIsTooLongBeginsAnew() throws IOException {
    Files.createDirectories(incomplete().getParent());
    Files.write(incomplete(), HubRepository.bytes(unet.length + 1, 77));
    assertWhole(fetches.fetch());
  }

  @Test
  void anEndlessBodyIsCutAtTheAnnouncedSize() {
    fault(
        (exchange, content) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] noise = HubRepository.bytes(PART, 1);
          for (int i = 0; i < 100; i++) {
            exchange.getResponseBody().write(noise);
          }
          return true;
        });
    assertThatThrownBy(() -> fetches.fetch())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("more than the 3000000 bytes that were announced");
    assertThat(fetches.waits).hasSize(Retries.MOST);
  }

  @Test
  void aServerThatStaysBusyIsAskedAFewTimesAndAsLateAsItWants() {
    fault(
        (exchange, content) -> {
          exchange.getResponseHeaders().set("Retry-After", "7");
          HubServer.send(exchange, 429, new byte[0]);
          return true;
        });
    assertThatThrownBy(() -> fetches.fetch())
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("status 429")
        .hasMessageContaining("HF_ENDPOINT");
    assertThat(fetches.waits).hasSize(Retries.MOST).containsOnly(Duration.ofSeconds(7));
  }

  @Test
  void twoDownloadsOfOneModelAtTheSameTimeFetchEachFileOnce() throws Exception {
    Fetches other = new Fetches(server, home);
    Thread thread = new Thread(other::fetch);
    thread.start();
    assertWhole(fetches.fetch());
    thread.join();
    assertThat(ranges()).containsExactly("null");
  }
}
