package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every library of the packaged application is named in NOTICE, with its licence. */
class NoticeIT {
  @Test
  void everyLibraryThatIsShippedIsNamed() throws IOException {
    List<String> jars;
    try (Stream<Path> files = Files.walk(Path.of("target/quarkus-app/lib"))) {
      jars =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".jar"))
              .toList();
    }
    assertThat(jars).anyMatch(jar -> jar.startsWith("com.microsoft.onnxruntime."));
    assertThat(Notice.read().jarsWithoutEntry(jars)).isEmpty();
  }
}
