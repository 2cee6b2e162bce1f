package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.hub.cache.SnapshotFiles;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real client of the Hub and this product use the same server and the same cache. Skipped where
 * the client is not installed.
 */
class HubPeerTest {
  private final HubRepository repository = Fetches.pipeline();
  private final HubServer server = HubServer.start().with(repository);

  @TempDir Path folder;
  private Path home = Path.of("");

  @BeforeAll
  static void requireClient() {
    assumeTrue(PythonClient.isPresent(), "python3 has no huggingface_hub");
  }

  @BeforeEach
  void begin() {
    home = folder.resolve("home");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Fetches fetches() {
    return new Fetches(server, home);
  }

  private JsonNode python(Fetches as, String... arguments) throws Exception {
    return PythonClient.run(home, as.environment, arguments);
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  @Test
  void theRealClientDownloadsFromTheTestsServerAndVerifiesEveryFile() throws Exception {
    JsonNode result = python(fetches(), "download", Fetches.NAME);
    assertThat(texts(result.path("files")))
        .containsExactlyInAnyOrderElementsOf(repository.files().keySet());
  }

  @Test
  void whatTheRealClientFetchedIsUsedWithoutARequest() throws Exception {
    JsonNode result = python(fetches(), "download", Fetches.NAME);
    server.forget();
    Path snapshot = fetches().set("HF_HUB_OFFLINE", "1").locate();
    assertThat(snapshot.toRealPath())
        .isEqualTo(Path.of(result.path("folder").asText()).toRealPath());
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void whatTheRealClientFetchedInPartIsCompleted() throws Exception {
    python(fetches(), "download", Fetches.NAME);
    HubRepository next =
        repository.and("scheduler/scheduler_config.json", "{\"a\": 1}").at("c".repeat(40));
    server.with(next);
    server.forget();
    Path snapshot = fetches().fetch();
    Fetches.assertSame(snapshot, next, Fetches.NEEDED);
    assertThat(server.seen()).noneMatch(seen -> seen.server().equals("storage"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void theRealClientReadsWhatWasFetchedHereWithAndWithoutLinks(String disabled) throws Exception {
    Fetches fetches = fetches().set("HF_HUB_DISABLE_SYMLINKS", disabled);
    Path snapshot = fetches.fetch();
    List<String> arguments = new ArrayList<>(List.of("read", Fetches.NAME));
    arguments.addAll(Fetches.NEEDED);
    server.forget();
    JsonNode result = python(fetches.set("HF_HUB_OFFLINE", "1"), arguments.toArray(String[]::new));
    assertThat(Path.of(result.path("folder").asText()).toRealPath())
        .isEqualTo(snapshot.toRealPath());
    for (String file : Fetches.NEEDED) {
      assertThat(result.path("hashes").path(file).asText())
          .as(file)
          .isEqualTo(HubRepository.sha256(repository.content(file)));
    }
    assertThat(result.path("warnings")).isEmpty();
    assertThat(texts(result.path("refs"))).containsExactly("main");
    assertThat(texts(result.path("revisions"))).containsExactly(repository.commit());
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void theRealClientFetchesOnlyWhatIsMissingHere() throws Exception {
    fetches().fetch();
    server.forget();
    python(fetches(), "download", Fetches.NAME);
    for (String file : Fetches.NEEDED) {
      String hash = HubRepository.sha256(repository.content(file));
      assertThat(server.seen()).as(file).noneMatch(seen -> seen.path().contains(hash));
    }
    assertThat(SnapshotFiles.list(fetches().locate()))
        .containsExactlyInAnyOrderElementsOf(repository.files().keySet());
    try (var links = Files.walk(home)) {
      assertThat(links.filter(Files::isSymbolicLink)).allMatch(Files::exists);
    }
  }
}
