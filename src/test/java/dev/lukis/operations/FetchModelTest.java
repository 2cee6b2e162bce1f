package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The script that fills a pod's model volume. It runs with this machine's programs, and with
 * busybox's, as in the pod, if busybox is installed.
 */
class FetchModelTest {
  private static final String SCRIPT = "k8s/base/fetch-model.sh";

  enum Shell {
    SYSTEM,
    BUSYBOX
  }

  @TempDir Path folder;
  private Path volume;
  private ArchiveServer server;

  @BeforeEach
  void serve() throws IOException {
    List.of("wget", "tar", "sha256sum").forEach(Tool::require);
    volume = Files.createDirectory(folder.resolve("volume"));
    server = new ArchiveServer(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Tool.Ended fetch(Shell shell, String url, String sum) {
    Map<String, String> environment =
        new HashMap<>(
            Map.of("MODEL_DIR", volume.toString(), "MODEL_URL", url, "MODEL_SHA256", sum));
    if (shell == Shell.SYSTEM) {
      return Tool.run(environment, "/bin/sh", SCRIPT);
    }
    Path applets = Busybox.applets(folder.resolve("applets"));
    environment.put("PATH", applets.toString());
    return Tool.run(environment, applets.resolve("sh").toString(), SCRIPT);
  }

  private List<String> files() {
    try (Stream<Path> found = Files.walk(volume)) {
      return found
          .filter(Files::isRegularFile)
          .map(volume::relativize)
          .map(Path::toString)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aModelWithTheRightSumIsUnpackedAndMarkedAndNotFetchedAgain(Shell shell) throws IOException {
    String sum = server.publish("model_index.json", "unet/model.onnx", ".hidden");
    assertThat(fetch(shell, server.url(), sum).status()).isZero();
    assertThat(files())
        .containsExactly(".hidden", ".sha256", "model_index.json", "unet/model.onnx");
    assertThat(Files.readString(volume.resolve(".sha256"))).isEqualTo(sum + "\n");
    assertThat(fetch(shell, server.url(), sum).status()).isZero();
    assertThat(server.requests()).isOne();
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aModelWithAWrongSumLeavesNothing(Shell shell) throws IOException {
    server.publish("model_index.json");
    assertThat(fetch(shell, server.url(), "0".repeat(64)).status()).isNotZero();
    assertThat(volume).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aModelThatCannotBeFetchedLeavesTheOldOne(Shell shell) throws IOException {
    String sum = server.publish("model_index.json");
    fetch(shell, server.url(), sum);
    assertThat(fetch(shell, server.url() + "/missing", "0".repeat(64)).status()).isNotZero();
    assertThat(files()).containsExactly(".sha256", "model_index.json");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void aNewModelReplacesAllFilesOfAnOlderOne(Shell shell) throws IOException {
    fetch(shell, server.url(), server.publish("model_index.json", "unet/model.onnx", ".old"));
    String sum = server.publish("model_index.json", "transformer/model.onnx");
    assertThat(fetch(shell, server.url(), sum).status()).isZero();
    assertThat(files()).containsExactly(".sha256", "model_index.json", "transformer/model.onnx");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void filesOfAnInterruptedRunAreRemoved(Shell shell) throws IOException {
    Files.createDirectories(volume.resolve(".new/model"));
    Files.writeString(volume.resolve(".new/archive"), "half");
    Files.writeString(volume.resolve(".new/model/half.onnx"), "half");
    Files.createDirectory(volume.resolve("unet"));
    Files.writeString(volume.resolve("unet/half.onnx"), "half");
    String sum = server.publish("model_index.json", "unet/model.onnx");
    assertThat(fetch(shell, server.url(), sum).status()).isZero();
    assertThat(files()).containsExactly(".sha256", "model_index.json", "unet/model.onnx");
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void withoutAnAddressNothingIsDone(Shell shell) {
    assertThat(fetch(shell, "", "")).isEqualTo(new Tool.Ended(0, ""));
    assertThat(volume).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void anAddressWithoutASumIsRefused(Shell shell) throws IOException {
    server.publish("model_index.json");
    Tool.Ended ended = fetch(shell, server.url(), "");
    assertThat(ended.status()).isNotZero();
    assertThat(ended.output()).startsWith("MODEL_SHA256: empty (expected:");
    assertThat(server.requests()).isZero();
    assertThat(volume).isEmptyDirectory();
  }
}
