package dev.lukis.model.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Refuses a model that cannot fit, before the machine swaps or the process is killed. Stateless.
 */
public final class MemoryCheck {
  private static final double MEGABYTE = 1 << 20;
  private static final long KILOBYTE = 1 << 10;

  private MemoryCheck() {}

  /** Free memory in bytes, with the page cache; empty where the system does not tell. */
  public static OptionalLong available() {
    return new MachineMemory(Path.of("/")).available();
  }

  /**
   * The most memory in bytes that this process has held so far, with the pages of files that it
   * maps; empty where the system does not tell.
   */
  public static OptionalLong peak() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.matches("VmHWM:\\s+\\d+ kB"))
          .mapToLong(line -> KILOBYTE * Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return OptionalLong.empty();
    }
  }

  /**
   * Weights are held once, and a run needs more memory beside them: what is refused here could not
   * even hold its weights. A GPU's free memory cannot be read from here; there, loading fails.
   *
   * @param name of the model
   * @param needed bytes of the files that will be loaded
   * @throws ModelException when there is too little memory
   */
  public static void require(String name, long needed) {
    require(name, needed, available());
  }

  static void require(String name, long needed, OptionalLong available) {
    if (available.isPresent() && available.getAsLong() < needed) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: its weights take %.0f MB (expected: at most the %.0f MB of memory that are free)",
              name,
              needed / MEGABYTE,
              available.getAsLong() / MEGABYTE));
    }
  }
}
