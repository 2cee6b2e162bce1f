package dev.lukis.model.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * How much memory the machine and the control groups of this process have left, in bytes. The page
 * cache counts as free, since the kernel drops it when memory is needed: in a group these are
 * {@code inactive_file}, {@code active_file} and reclaimable slabs of {@code memory.stat}. Linux
 * only. Stateless.
 *
 * <p>Sources: the kernel's {@code Documentation/admin-guide/cgroup-v2.rst} and {@code
 * cgroup-v1/memory.rst}.
 *
 * @param root of the file system, {@code /} but for tests
 */
record MachineMemory(Path root) {
  /** "No limit": version 2 writes "max", version 1 a number of 19 digits. */
  private static final long UNLIMITED = Long.MAX_VALUE;

  /** The least that the machine or a group has left; empty where none of them tells. */
  OptionalLong available() {
    List<Long> all = new ArrayList<>();
    machine().ifPresent(all::add);
    for (String line : lines("proc/self/cgroup")) {
      String[] fields = line.split(":", 3);
      if (fields.length == 3 && fields[1].isEmpty()) {
        addGroups("sys/fs/cgroup", fields[2], MachineMemory::version2, all);
        addGroups("sys/fs/cgroup/unified", fields[2], MachineMemory::version2, all);
      } else if (fields.length == 3 && List.of(fields[1].split(",")).contains("memory")) {
        addGroups("sys/fs/cgroup/memory", fields[2], MachineMemory::version1, all);
      }
    }
    return all.stream().mapToLong(Long::longValue).min();
  }

  private OptionalLong machine() {
    List<String> lines = lines("proc/meminfo");
    long available = number(lines, "MemAvailable:");
    return available < 0
        ? OptionalLong.empty()
        : OptionalLong.of(1024 * (available + Math.max(0, number(lines, "SwapFree:"))));
  }

  // A limit of any group above holds too. In a container the path may be the host's, of which
  // nothing but the root can be seen.
  private void addGroups(String mount, String path, ToLongFunction<Path> left, List<Long> all) {
    Path top = root.resolve(mount);
    Path group = top.resolve(path.replaceFirst("^/+", "")).normalize();
    if (!group.startsWith(top)) {
      group = top;
    }
    while (group != null && group.startsWith(top)) {
      long bytes = left.applyAsLong(group);
      if (bytes != UNLIMITED) {
        all.add(Math.max(0, bytes));
      }
      group = group.getParent();
    }
  }

  private static long version2(Path group) {
    long limit = Math.min(number(group, "memory.max"), number(group, "memory.high"));
    List<String> stat = lines(group.resolve("memory.stat"));
    return left(
        limit,
        number(group, "memory.current"),
        sum(stat, "inactive_file", "active_file", "slab_reclaimable"));
  }

  private static long version1(Path group) {
    List<String> stat = lines(group.resolve("memory.stat"));
    return left(
        number(group, "memory.limit_in_bytes"),
        number(group, "memory.usage_in_bytes"),
        sum(stat, "total_inactive_file", "total_active_file"));
  }

  private static long left(long limit, long used, long reclaimable) {
    return limit == UNLIMITED || used == UNLIMITED
        ? UNLIMITED
        : limit - Math.max(0, used - reclaimable);
  }

  private static long sum(List<String> stat, String... names) {
    long sum = 0;
    for (String name : names) {
      sum += Math.max(0, number(stat, name));
    }
    return sum;
  }

  /** The number in a file; {@link #UNLIMITED} if there is no such file, or it has no number. */
  private static long number(Path group, String file) {
    List<String> lines = lines(group.resolve(file));
    return lines.size() == 1 && lines.get(0).matches("[0-9]{1,18}")
        ? Long.parseLong(lines.get(0))
        : UNLIMITED;
  }

  /** The number behind a name, or -1. */
  private static long number(List<String> lines, String name) {
    return lines.stream()
        .map(line -> line.trim().split("\\s+"))
        .filter(words -> words.length > 1 && words[0].equals(name))
        .filter(words -> words[1].matches("[0-9]{1,15}"))
        .mapToLong(words -> Long.parseLong(words[1]))
        .findFirst()
        .orElse(-1);
  }

  private List<String> lines(String file) {
    return lines(root.resolve(file));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      // Another system, or a version without this file: it sets no limit.
      return List.of();
    }
  }
}
