package dev.lukis.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Properties of the container files. No image is built. */
class ImageTest {
  private static String dockerfile(String kind) throws IOException {
    return Files.readString(Path.of("src/main/docker/Dockerfile." + kind));
  }

  @ParameterizedTest
  @CsvSource({"cpu, cpu", "gpu, cuda", "booth, cpu"})
  void thePodRunsTheImageAsItsUserAndOnItsPort(String overlay, String kind) throws IOException {
    Object deployment = Overlay.of(overlay).deployment();
    Object user = Yamls.at(deployment, "spec.template.spec.securityContext.runAsUser");
    Object port = Yamls.at(deployment, Overlay.CONTAINER + ".ports.0.containerPort");
    assertThat(dockerfile(kind).lines())
        .contains("USER %s:%s".formatted(user, user), "EXPOSE " + port);
    assertThat(Yamls.at(deployment, Overlay.CONTAINER + ".image").toString())
        .startsWith("lukis:" + kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cuda"})
  void theJvmItselfReceivesSigterm(String kind) throws IOException {
    assertThat(dockerfile(kind)).contains("STOPSIGNAL SIGTERM", "\"exec java ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cuda"})
  void sendsNoUsageEventsAndWritesOnlyTemporaryFiles(String kind) throws IOException {
    assertThat(dockerfile(kind))
        .contains("ORT_DISABLE_TELEMETRY=1", "HOME=/tmp", "-Djava.io.tmpdir=/tmp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cuda"})
  void theLicencesAreInTheImage(String kind) throws IOException {
    assertThat(dockerfile(kind)).contains("COPY --chown=0:0 LICENSE NOTICE ");
    assertThat(Files.readAllLines(Path.of(".dockerignore"))).contains("!LICENSE", "!NOTICE");
  }
}
