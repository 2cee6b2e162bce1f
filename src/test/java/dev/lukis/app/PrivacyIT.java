package dev.lukis.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.testing.FrameClient;
import dev.lukis.testing.PackagedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged application leaves at home. */
class PrivacyIT {
  @TempDir Path directory;

  // Where ONNX Runtime sends usage events, it keeps an identity of the machine and a queue of
  // events.
  @Test
  void promptsAndAddressesAreKeptNowhere() throws IOException, InterruptedException {
    try (PackagedServer server = PackagedServer.start(directory.resolve("server.log"));
        FrameClient client = new FrameClient(server.base())) {
      client.read(FrameClient.TEXT);
      server.terminate();
      server.exitCode();
    }
    assertThat(files(directory.resolve(PackagedServer.HOME)))
        .noneMatch(file -> file.contains("onnxruntime") && !file.endsWith(".so"))
        .noneMatch(file -> file.contains("deviceid") || file.contains("mat-debug"));
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(Path::toString).toList();
    }
  }
}
