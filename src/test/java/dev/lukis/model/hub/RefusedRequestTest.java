package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What cannot be fetched is told in one line, with the way out; the token stays where it belongs.
 */
class RefusedRequestTest {
  private final HubServer server = HubServer.start();

  @TempDir Path home;

  @AfterEach
  void stop() {
    server.close();
  }

  private Fetches fetches() {
    return new Fetches(server, home);
  }

  private static String refusal(Fetches fetches) {
    try {
      fetches.locate();
      return "fetched";
    } catch (ModelException e) {
      String line = String.valueOf(e.getMessage());
      assertThat(line).doesNotContain("\n").contains("(expected: ").hasSizeLessThan(500);
      return line;
    }
  }

  @Test
  void aGatedRepositoryNamesItsPageAndTheToken() {
    server.with(Fetches.pipeline().gatedBy("hf_right"));
    assertThat(refusal(fetches()))
        .isEqualTo(
            "makers/tiny: access is restricted (expected: accept its licence on "
                + server.endpoint()
                + "/makers/tiny, then set HF_TOKEN to a token of that account)");
    assertThat(refusal(fetches().set("HF_TOKEN", "hf_right"))).isEqualTo("fetched");
  }

  @Test
  void theTokenIsSentToTheEndpointOnly() {
    HubRepository repository = Fetches.pipeline().gatedBy("hf_right");
    server.with(repository);
    Path snapshot = fetches().set("HF_TOKEN", "hf_right").locate();
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
    assertThat(server.seen())
        .allMatch(
            seen -> seen.token().equals(seen.server().equals("hub") ? "Bearer hf_right" : "null"))
        .anyMatch(seen -> seen.server().equals("storage"));
  }

  @Test
  void aRepositoryThatDoesNotExistIsNoDirectoryEither() {
    assertThat(refusal(fetches()))
        .startsWith("makers/tiny: neither a directory nor a repository that can be read")
        .contains("a private repository needs HF_TOKEN");
  }

  @Test
  void aRevisionThatDoesNotExistIsNamed() {
    server.with(Fetches.pipeline());
    HubReference reference = HubReference.parse(Fetches.NAME + "@v9").orElseThrow();
    assertThatThrownBy(() -> fetches().downloads().locate(reference, Precision.SINGLE))
        .hasMessageContaining("makers/tiny@v9: the revision v9 does not exist");
  }

  @Test
  void aTokenThatIsNotAcceptedIsTold() {
    server.hubFault(
        (exchange, content) -> {
          HubServer.refuse(exchange, 401, "", "Invalid credentials in Authorization header");
          return true;
        });
    assertThat(refusal(fetches().set("HF_TOKEN", "hf_wrong")))
        .startsWith("makers/tiny: HF_TOKEN is not accepted")
        .doesNotContain("hf_wrong");
  }

  @Test
  void offlineNothingIsAskedAndTheCommandIsNamed() {
    server.with(Fetches.pipeline());
    assertThat(refusal(fetches().set("HF_HUB_OFFLINE", "1")))
        .contains("HF_HUB_OFFLINE is set; the command pull fetches");
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void aServerThatIsNotThereIsTriedAgainAndThenTold() {
    server.close();
    Fetches fetches = fetches();
    assertThat(refusal(fetches))
        .contains("no connection")
        .contains("a mirror goes into HF_ENDPOINT");
    assertThat(fetches.waits).hasSize(Retries.MOST);
  }

  @Test
  void aNameThatCannotBeResolvedIsTold() {
    assertThat(refusal(fetches().set("HF_ENDPOINT", "http://no-such-host.invalid")))
        .contains("the name no-such-host.invalid cannot be resolved")
        .contains("https_proxy");
  }

  @Test
  void aServerThatIsSilentIsNotWaitedForEndlessly() throws Exception {
    try (var silent = new java.net.ServerSocket(0, 50, java.net.InetAddress.getLoopbackAddress())) {
      assertThat(
              refusal(
                  fetches()
                      .set("HF_ENDPOINT", "http://127.0.0.1:" + silent.getLocalPort())
                      .set("HF_HUB_ETAG_TIMEOUT", "1")))
          .contains("no answer in time");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>a login page</html>",
        "[]",
        "{\"sha\": \"../../etc\", \"siblings\": []}",
        "{\"sha\": \"0123456789012345678901234567890123456789\"}"
      })
  void anAnswerThatIsNotTheHubsIsTold(String body) {
    server.hubFault(
        (exchange, content) -> {
          HubServer.send(exchange, 200, body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
          return true;
        });
    assertThat(refusal(fetches())).contains("HF_ENDPOINT");
  }

  @Test
  void anEndlessAnswerIsCut() {
    server.hubFault(
        (exchange, content) -> {
          exchange.sendResponseHeaders(200, 0);
          byte[] blanks = " ".repeat(1 << 20).getBytes(java.nio.charset.StandardCharsets.UTF_8);
          for (int i = 0; i < 64; i++) {
            exchange.getResponseBody().write(blanks);
          }
          return true;
        });
    assertThat(refusal(fetches())).contains("the answer is longer than 33554432 bytes");
  }

  @Test
  void endlessRedirectsEnd() {
    server.hubFault(
        (exchange, content) -> {
          exchange.getResponseHeaders().set("Location", exchange.getRequestURI().toString());
          HubServer.send(exchange, 302, new byte[0]);
          return true;
        });
    assertThat(refusal(fetches())).contains("redirects more than 5 times");
    assertThat(server.seen()).hasSize(6);
  }

  @Test
  void aRenamedRepositoryIsFollowed() {
    HubRepository repository = Fetches.pipeline();
    server.with(repository);
    server.hubFault(
        (exchange, content) -> {
          String path = exchange.getRequestURI().toString();
          if (!path.contains("/former/")) {
            return false;
          }
          exchange.getResponseHeaders().set("Location", path.replace("/former/", "/makers/"));
          HubServer.send(exchange, 307, new byte[0]);
          return true;
        });
    Path snapshot = fetches().downloads().locate(HubReference.of("former/tiny"), Precision.SINGLE);
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
    assertThat(snapshot.toString()).contains("models--former--tiny");
  }

  @Test
  void aHashThatIsAPathIsNotUsed() {
    HubRepository repository = Fetches.pipeline();
    server.with(repository);
    server.hubFault(
        (exchange, content) -> {
          String path = exchange.getRequestURI().getPath();
          if (!path.endsWith("/model_index.json")) {
            return false;
          }
          exchange.getResponseHeaders().set("X-Repo-Commit", repository.commit());
          exchange.getResponseHeaders().set("ETag", "\"../../../outside\"");
          HubServer.send(exchange, 200, repository.content("model_index.json"));
          return true;
        });
    // The list tells the right hash, which is as good.
    Fetches.assertSame(fetches().locate(), repository, Fetches.NEEDED);
    assertThat(home.resolve("outside")).doesNotExist();
  }

  @Test
  void aDescriptionThatIsFarTooLongIsNotFetched() {
    HubRepository repository = Fetches.pipeline();
    server.with(repository);
    server.hubFault(
        (exchange, content) -> {
          if (!exchange.getRequestURI().getPath().endsWith("/tokenizer/vocab.json")) {
            return false;
          }
          exchange.getResponseHeaders().set("X-Repo-Commit", repository.commit());
          exchange.getResponseHeaders().set("X-Linked-Etag", "a".repeat(64));
          exchange.getResponseHeaders().set("X-Linked-Size", "90000000");
          HubServer.send(exchange, 200, new byte[0]);
          return true;
        });
    assertThat(refusal(fetches()))
        .isEqualTo(
            "makers/tiny: tokenizer/vocab.json: 90000000 bytes (expected: at most 67108864)");
  }

  @Test
  void picklesAreRefusedWithTheReason() {
    server.with(
        new HubRepository(Fetches.NAME, Map.of())
            .and("model_index.json", "{\"_class_name\": \"StableDiffusionPipeline\"}")
            .and("unet/config.json", "{}")
            .and("unet/diffusion_pytorch_model.bin", new byte[10]));
    assertThat(refusal(fetches()))
        .startsWith(
            "makers/tiny: unet: only pickle files, which can run code when they are opened");
    server.forget();
    HubReference file = HubReference.parse(Fetches.NAME + ":a.ckpt").orElseThrow();
    assertThatThrownBy(() -> fetches().downloads().locate(file, Precision.SINGLE))
        .hasMessageContaining("a.ckpt: only pickle files");
  }

  @Test
  void aKindThatIsNotSupportedIsRefusedBeforeItsWeightsAreFetched() {
    server.with(Fetches.pipeline().and("model_index.json", "{\"_class_name\": \"FluxPipeline\"}"));
    assertThat(refusal(fetches())).contains("_class_name: FluxPipeline");
    assertThat(server.seen()).noneMatch(seen -> seen.server().equals("storage"));
  }

  @Test
  void encryptionIsNotLeftOnARedirectAndOtherOriginsGetNoToken() {
    Origins origins = new Origins(URI.create("https://huggingface.co"));
    URI hub = URI.create("https://huggingface.co/a/b");
    for (String location :
        new String[] {
          "http://huggingface.co/x", "ftp://a/b", "https://u:p@cdn.example/x", "http:x", "\u0000"
        }) {
      assertThatThrownBy(() -> origins.target(hub, location))
          .as(location)
          .isInstanceOf(ModelException.class)
          .hasMessageStartingWith("huggingface.co: redirects to ");
    }
    assertThat(origins.target(hub, "/c/d")).isEqualTo(URI.create("https://huggingface.co/c/d"));
    assertThat(origins.mayHaveToken(URI.create("https://HUGGINGFACE.co:443/x"))).isTrue();
    for (String other :
        new String[] {
          "http://huggingface.co/x",
          "https://huggingface.co:8443/x",
          "https://huggingface.co.example/x",
          "https://cdn-lfs.huggingface.co/x"
        }) {
      assertThat(origins.mayHaveToken(URI.create(other))).as(other).isFalse();
    }
  }
}
