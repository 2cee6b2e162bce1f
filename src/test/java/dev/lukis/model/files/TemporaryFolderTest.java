package dev.lukis.model.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {
  @TempDir Path base;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void endProcesses() throws InterruptedException {
    for (Process process : started) {
      process.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    }
  }

  @Test
  void theFolderOfAKilledProcessIsDeletedByTheNextAndALivingOnesStays() throws Exception {
    Process killed = process();
    Process living = process();
    Path left = folder(killed);
    Path used = folder(living);
    killed.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
    Files.writeString(left.resolve("library.so"), "29 MB");
    TemporaryFolder own = TemporaryFolder.open(base);
    assertThat(left).doesNotExist();
    assertThat(used).exists();
    assertThat(own.path()).exists();
    own.release();
  }

  private Process process() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Holder.class.getName(),
                base.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    started.add(process);
    return process;
  }

  private static Path folder(Process process) throws IOException {
    return Path.of(process.inputReader().readLine());
  }

  /** Makes a folder, prints it, and stays until it is killed. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(TemporaryFolder.open(Path.of(arguments[0])).path());
      Thread.sleep(Long.MAX_VALUE);
    }
  }

  @Test
  void filesThatAreNotOursStay() throws IOException {
    Path file = Files.writeString(base.resolve("file"), "");
    TemporaryFolder.open(base).release();
    assertThat(file).exists();
  }

  @Test
  void aFolderThatCannotBeMadeIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(base.resolve("file"), "");
    assertThatThrownBy(() -> TemporaryFolder.open(file.resolve("folder")))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("java.io.tmpdir: ")
        .hasMessageContaining("(expected: a writable folder that native libraries can be loaded");
  }
}
