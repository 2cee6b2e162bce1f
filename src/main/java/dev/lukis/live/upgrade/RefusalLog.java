package dev.lukis.live.upgrade;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Logs refusals, at most one of each reason a minute, with the number of those left out in between.
 * Times in nanoseconds. Thread-safe.
 */
final class RefusalLog {
  private static final long INTERVAL = Duration.ofMinutes(1).toNanos();
  private static final int SHOWN = 200;

  private final Consumer<String> log;

  // Mutable state, guarded by this
  private final Map<UpgradeRefusal, Entry> entries = new EnumMap<>(UpgradeRefusal.class);

  private record Entry(long loggedAt, long omitted) {}

  /**
   * @param log receives the lines
   */
  RefusalLog(Consumer<String> log) {
    this.log = log;
  }

  /**
   * @param details of the refused request, such as its origin and host
   */
  synchronized void refused(UpgradeRefusal refusal, String details, long now) {
    Entry last = entries.get(refusal);
    if (last != null && now - last.loggedAt() < INTERVAL) {
      entries.put(refusal, new Entry(last.loggedAt(), last.omitted() + 1));
      return;
    }
    long omitted = last == null ? 0 : last.omitted();
    entries.put(refusal, new Entry(now, 0));
    log.accept(line(refusal, details, omitted));
  }

  private static String line(UpgradeRefusal refusal, String details, long omitted) {
    return "a connection was refused ("
        + refusal.reason()
        + "): "
        + refusal.message()
        + (details.isEmpty() ? "" : " " + details + ".")
        + (omitted == 0 ? "" : " So were " + omitted + " others since the last such line.")
        + " What to do: "
        + refusal.action();
  }

  /** A header's value as it may be logged: short and printable. */
  static String printable(String value) {
    String clean = value.replaceAll("[^\\x20-\\x7E]", "?");
    return clean.length() <= SHOWN ? clean : clean.substring(0, SHOWN) + "...";
  }
}
