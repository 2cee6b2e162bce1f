package dev.lukis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What a run was measured on. */
public final class Machine {
  private Machine() {}

  /** One line: processor, cores, Java. */
  public static String line() {
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %s, Java %s, load average %s",
        processor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.version"),
        load());
  }

  private static String processor() {
    return linesOf(Path.of("/proc/cpuinfo")).stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse("processor unknown");
  }

  // What else the machine did just before.
  private static String load() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return String.format(Locale.ROOT, "%.1f at the start", load);
  }

  /** Resident memory of a process now, in MB; NaN where the system does not tell. */
  public static double residentMegabytes(long pid) {
    return megabytes(pid, "VmRSS:");
  }

  /** The most resident memory that a process has had, in MB. */
  public static double peakMegabytes(long pid) {
    return megabytes(pid, "VmHWM:");
  }

  private static double megabytes(long pid, String field) {
    return linesOf(Path.of("/proc/" + pid + "/status")).stream()
        .filter(line -> line.startsWith(field))
        .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024.0)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static List<String> linesOf(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      return List.of();
    }
  }
}
