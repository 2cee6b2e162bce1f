package dev.lukis.model.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** Refuses a model that cannot fit, before hours of swapping or a killed process do. */
public final class MemoryCheck {
  private static final Path MEMORY = Path.of("/proc/meminfo");
  private static final Path GROUP_LIMIT = Path.of("/sys/fs/cgroup/memory.max");
  private static final Path GROUP_USED = Path.of("/sys/fs/cgroup/memory.current");
  private static final double MEGABYTE = 1 << 20;

  private final ModelDirectory directory;

  public MemoryCheck(ModelDirectory directory) {
    this.directory = directory;
  }

  /**
   * Weights are held once, and a run needs room beside them that only a run tells: what is refused
   * here could not even hold its weights. How much a GPU has left cannot be asked from here; there,
   * loading itself fails.
   *
   * @throws ModelException when there is too little memory
   */
  public void require() {
    require(directory.name(), directory.bytes(), available());
  }

  public static void require(String name, long needed, OptionalLong available) {
    if (available.isPresent() && available.getAsLong() < needed) {
      throw new ModelException(
          "%s: its weights take %.0f MB (expected: at most the %.0f MB of memory that are free)"
              .formatted(name, needed / MEGABYTE, available.getAsLong() / MEGABYTE));
    }
  }

  /**
   * What the machine and, where there is one, the container have left; empty where neither tells.
   */
  private static OptionalLong available() {
    OptionalLong machine = machine();
    OptionalLong group = group();
    if (machine.isEmpty() || group.isEmpty()) {
      return machine.isPresent() ? machine : group;
    }
    return OptionalLong.of(Math.min(machine.getAsLong(), group.getAsLong()));
  }

  private static OptionalLong machine() {
    try {
      return Files.readAllLines(MEMORY).stream()
          .filter(line -> line.startsWith("MemAvailable:") || line.startsWith("SwapFree:"))
          .mapToLong(line -> 1024 * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .reduce(Long::sum);
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  private static OptionalLong group() {
    try {
      long limit = Long.parseLong(Files.readString(GROUP_LIMIT).strip());
      return OptionalLong.of(limit - Long.parseLong(Files.readString(GROUP_USED).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalLong.empty();
    }
  }
}
