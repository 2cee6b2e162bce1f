package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.hub.cache.SnapshotFiles;
import dev.lukis.model.hub.selection.Precision;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a download leaves in the cache. */
class ModelDownloadsTest {
  private final HubRepository repository = Fetches.pipeline();
  private final HubServer server = HubServer.start().with(repository);

  @TempDir Path home;

  @AfterEach
  void stop() {
    server.close();
  }

  private Fetches fetches() {
    return new Fetches(server, home);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Test
  void onlyWhatPaintingNeedsIsFetched() {
    Path snapshot = fetches().fetch();
    assertThat(SnapshotFiles.list(snapshot)).containsExactlyInAnyOrderElementsOf(Fetches.NEEDED);
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
  }

  @Test
  void theHalfPrecisionVariantIsFetchedForADeviceThatComputesInIt() {
    Path snapshot = fetches().downloads().fetch(Fetches.REFERENCE, Precision.HALF);
    assertThat(SnapshotFiles.list(snapshot))
        .contains("unet/diffusion_pytorch_model.fp16.safetensors")
        .doesNotContain("unet/diffusion_pytorch_model.safetensors");
  }

  @Test
  void theCacheHasBlobsRelativeLinksAndTheCommitOfTheBranch() throws IOException {
    Path snapshot = fetches().fetch();
    Path folder = home.resolve("hub/models--makers--tiny");
    assertThat(snapshot).isEqualTo(folder.resolve("snapshots").resolve(repository.commit()));
    byte[] config = repository.content("unet/config.json");
    assertThat(Files.readSymbolicLink(snapshot.resolve("unet/config.json")))
        .isEqualTo(Path.of("../../../blobs/" + HubRepository.gitHash(config)));
    byte[] weights = repository.content("vae/diffusion_pytorch_model.safetensors");
    assertThat(folder.resolve("blobs").resolve(HubRepository.sha256(weights)))
        .hasBinaryContent(weights);
    assertThat(folder.resolve("refs/main")).hasContent(repository.commit());
    assertThat(files(folder)).noneMatch(file -> file.toString().endsWith("incomplete"));
  }

  @Test
  void aModelThatIsThereIsUsedWithoutAnyRequest() {
    Path snapshot = fetches().fetch();
    server.forget();
    assertThat(fetches().locate()).isEqualTo(snapshot);
    assertThat(fetches().set("HF_HUB_OFFLINE", "1").locate()).isEqualTo(snapshot);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void aModelThatLacksAFileIsCompleted() throws IOException {
    Path snapshot = fetches().fetch();
    Path lost = snapshot.resolve("vae/diffusion_pytorch_model.safetensors");
    Files.delete(lost.toRealPath());
    assertThat(fetches().locate()).isEqualTo(snapshot);
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
  }

  @Test
  void withoutLinksTheFilesThemselvesLieInTheSnapshot() throws IOException {
    Path snapshot = fetches().set("HF_HUB_DISABLE_SYMLINKS", "1").fetch();
    try (Stream<Path> all = Files.walk(home)) {
      assertThat(all).noneMatch(Files::isSymbolicLink);
    }
    assertThat(files(home.resolve("hub/models--makers--tiny/blobs"))).isEmpty();
    Fetches.assertSame(snapshot, repository, Fetches.NEEDED);
    server.forget();
    assertThat(fetches().set("HF_HUB_DISABLE_SYMLINKS", "1").locate()).isEqualTo(snapshot);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void progressRisesToAHundredPercentOnlyAtTheEnd() {
    Fetches fetches = fetches();
    fetches.fetch();
    assertThat(fetches.progress)
        .extracting(FetchProgress::total)
        .containsOnly(fetches.progress.get(0).total());
    List<Long> done = fetches.progress.stream().map(FetchProgress::done).toList();
    assertThat(done).isSorted().hasSizeGreaterThan(10);
    FetchProgress last = fetches.progress.get(fetches.progress.size() - 1);
    assertThat(last.percent()).isEqualTo(100);
    assertThat(last.done()).isEqualTo(last.total());
    assertThat(new FetchProgress("a/b", "c", 999_999, 1_000_000).percent()).isEqualTo(99);
  }

  @Test
  void aNewCommitReusesTheBlobsThatAreTheSame() {
    fetches().fetch();
    HubRepository next =
        repository.and("scheduler/scheduler_config.json", "{\"steps\": 2}").at("b".repeat(40));
    server.with(next);
    server.forget();
    Path snapshot = fetches().fetch();
    Fetches.assertSame(snapshot, next, Fetches.NEEDED);
    assertThat(server.seen()).noneMatch(seen -> seen.server().equals("storage"));
    assertThat(fetches().locate()).isEqualTo(snapshot);
  }

  @Test
  void aBranchAndACommitAreFetchedAsAsked() {
    HubReference branch = HubReference.parse(Fetches.NAME + "@v1/beta").orElseThrow();
    Path snapshot = fetches().downloads().fetch(branch, Precision.SINGLE);
    assertThat(home.resolve("hub/models--makers--tiny/refs/v1/beta"))
        .hasContent(repository.commit());
    HubReference commit =
        HubReference.parse(Fetches.NAME + "@" + repository.commit()).orElseThrow();
    server.forget();
    assertThat(fetches().downloads().locate(commit, Precision.SINGLE)).isEqualTo(snapshot);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void oneFileOfARepositoryIsFetchedAlone() {
    HubReference file =
        HubReference.parse(Fetches.NAME + ":tiny-all-in-one.safetensors").orElseThrow();
    Path path = fetches().downloads().locate(file, Precision.SINGLE);
    assertThat(path).hasBinaryContent(repository.content("tiny-all-in-one.safetensors"));
    assertThat(SnapshotFiles.list(path.resolveSibling(".")))
        .containsExactly("tiny-all-in-one.safetensors");
  }

  @Test
  void aFileThatIsMissingIsRememberedAsOtherClientsDo() {
    HubReference file = HubReference.parse(Fetches.NAME + ":other.safetensors").orElseThrow();
    assertThatThrownBy(() -> fetches().downloads().locate(file, Precision.SINGLE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("other.safetensors: not in the repository");
    assertThat(
            home.resolve("hub/models--makers--tiny/.no_exist")
                .resolve(repository.commit())
                .resolve("other.safetensors"))
        .exists();
  }

  @Test
  void aTinyDecoderAndALoraAreFetchedWithWhatTheyNeed() {
    byte[] weights = HubRepository.bytes(300, 5);
    server.with(
        new HubRepository("makers/decoder", Map.of())
            .and("config.json", "{}")
            .and("diffusion_pytorch_model.safetensors", weights)
            .and("diffusion_pytorch_model.bin", weights));
    server.with(
        new HubRepository("makers/lora", Map.of())
            .and("pytorch_lora_weights.safetensors", weights)
            .and("another.safetensors", weights));
    Path decoder =
        fetches().downloads().locate(HubReference.of("makers/decoder"), Precision.SINGLE);
    assertThat(SnapshotFiles.list(decoder))
        .containsExactly("config.json", "diffusion_pytorch_model.safetensors");
    assertThat(fetches().downloads().locate(HubReference.of("makers/lora"), Precision.SINGLE))
        .hasFileName("pytorch_lora_weights.safetensors")
        .hasBinaryContent(weights);
  }

  @Test
  void filesThatNoDiskMayHoldAreLeftOut() {
    server.with(
        repository
            .and("../../outside.json", "{}")
            .and("tokenizer/../../../up.json", "{}")
            .and("/etc/absolute.json", "{}")
            .and("tokenizer/con.json", "{}")
            .and("tokenizer/a\\b.json", "{}"));
    Path snapshot = fetches().fetch();
    assertThat(SnapshotFiles.list(snapshot)).containsExactlyInAnyOrderElementsOf(Fetches.NEEDED);
    assertThat(home.resolve("outside.json")).doesNotExist();
  }

  @Test
  void aDiskThatIsTooSmallIsToldBefore() {
    assertThatThrownBy(
            () -> DiskSpace.require(Fetches.REFERENCE, home, 5_200_000_000L, 1_100_000_000L))
        .isInstanceOf(ModelException.class)
        .hasMessage(
            "makers/tiny: needs 5.20 GB in "
                + home
                + ", where 1.10 GB are free (expected: enough space; HF_HOME or HF_HUB_CACHE name"
                + " another disk)");
  }
}
