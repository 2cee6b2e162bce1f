package dev.lukis.model.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelPathTest {
  @TempDir Path folder;
  private Path model;

  @BeforeEach
  void makeAModel() throws IOException {
    model = Files.createDirectories(folder.resolve("my model"));
    Files.createDirectories(model.resolve("unet"));
    Files.writeString(model.resolve("unet/model.onnx"), "12345");
  }

  private static String nameOf(String location) {
    try (ModelDirectory directory = ModelDirectory.open(location)) {
      assertThat(directory.has("unet/model.onnx")).isTrue();
      assertThat(directory.bytes(List.of("unet/model.onnx", "none"))).isEqualTo(5);
      return directory.name();
    }
  }

  @Test
  void aPathMayBeWrittenInEveryUsualWay() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), model);
    assertThat(nameOf(model.toString())).isEqualTo("my model");
    assertThat(nameOf(model + "/")).isEqualTo("my model");
    assertThat(nameOf(model.resolve("unet/..") + "")).isEqualTo("my model");
    assertThat(nameOf(model.toUri().toString())).isEqualTo("my model");
    assertThat(nameOf("file://" + model)).isEqualTo("my model");
    assertThat(nameOf(link.toString())).isEqualTo("link");
    Path relative = Path.of("").toAbsolutePath().relativize(model);
    assertThat(nameOf(relative.toString())).isEqualTo("my model");
  }

  @Test
  void aFileReachedByTwoLinksCountsOnce() throws IOException {
    Files.createSymbolicLink(model.resolve("unet/again"), model.resolve("unet/model.onnx"));
    try (ModelDirectory directory = ModelDirectory.open(model.toString())) {
      assertThat(directory.bytes(List.of("unet/model.onnx", "unet/again"))).isEqualTo(5);
    }
  }

  @Test
  void theHomeDirectoryMayBeATilde() {
    String home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      assertThat(nameOf("~/my model")).isEqualTo("my model");
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  void whatIsNoDirectoryIsRefusedInOneLine() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("broken"), folder.resolve("gone"));
    assertRefused(model.resolve("unet/model.onnx").toString(), ": a file (expected: a directory");
    assertRefused(link.toString(), ": a link to nothing (expected: a directory");
    assertRefused(
        "no such",
        "lukis.model: no such (expected: a directory, org/name of the Hub, or classpath:<folder>)");
    assertRefused("file:relative", "(expected: file:///absolute/path)");
    assertRefused("a\0b", "start with LC_ALL=C.UTF-8");
  }

  private static void assertRefused(String location, String says) {
    assertThatThrownBy(() -> ModelDirectory.open(location))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining(says);
  }

  @Test
  void withoutALocaleAPathBeyondAsciiIsRefusedWithAdvice() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsun.jnu.encoding=ANSI_X3.4-1968",
                "-cp",
                System.getProperty("java.class.path"),
                Opener.class.getName())
            .redirectErrorStream(true);
    builder.environment().put("LC_ALL", "C");
    Process process = builder.start();
    assertThat(process.inputReader().readLine())
        .contains("ModelException: lukis.model: ", "start with LC_ALL=C.UTF-8");
    process.waitFor(30, TimeUnit.SECONDS);
  }

  /** Opens a model whose name has a letter beyond ASCII. */
  static final class Opener {
    private Opener() {}

    public static void main(String[] arguments) {
      try {
        ModelDirectory.open("/tmp/mod\u00e8le").close();
      } catch (ModelException e) {
        System.out.println(e);
      }
    }
  }
}
