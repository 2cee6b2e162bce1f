package dev.lukis.bench;

import static dev.lukis.bench.MarkdownTable.number;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lets people type for a long time and watches the server's resident memory: a line for each
 * minute, then the slope after warm-up, and whether any image came stale or out of order.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@soak}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dminutes=20}, {@code -Dwarmup=5} (minutes of them that the slope
 * leaves out), {@code -Dtypists=16}, {@code -Devery=10} (seconds between two readings), {@code
 * -Dserver.options=-Xmx256m}.
 */
public final class SoakBenchmark {
  private static final int STAGGER_MILLIS = 2_000;
  private static final double SECONDS_PER_MINUTE = 60;

  private SoakBenchmark() {}

  public static void main(String[] arguments) {
    int seconds = (int) (Options.integer("minutes", 20) * SECONDS_PER_MINUTE);
    int warmup = (int) (Options.integer("warmup", 5) * SECONDS_PER_MINUTE);
    System.out.println(Machine.line() + "; server: " + Options.serverOptions() + "\n");
    try (Server server = Server.start(List.of());
        Crowd crowd =
            new Crowd(server.base(), new Visit(0, Options.integer("typists", 16), false, 0))) {
      crowd.begin(STAGGER_MILLIS);
      List<Reading> readings = watch(server, seconds, Options.integer("every", 10));
      report(crowd.leave(), readings, warmup, server);
    }
  }

  private record Reading(double minute, double megabytes) {}

  private static List<Reading> watch(Server server, int seconds, int every) {
    MarkdownTable table = new MarkdownTable("minute", "resident memory (MB)");
    List<Reading> readings = new ArrayList<>();
    for (int second = every; second <= seconds; second += every) {
      Pause.seconds(every);
      Reading reading =
          new Reading(second / SECONDS_PER_MINUTE, Machine.residentMegabytes(server.pid()));
      readings.add(reading);
      if (second % (int) SECONDS_PER_MINUTE < every) {
        table.row(number(reading.minute(), 1), number(reading.megabytes(), 1));
      }
    }
    return readings;
  }

  private static void report(Readings seen, List<Reading> memory, int warmup, Server server) {
    List<Reading> warm =
        memory.stream().filter(reading -> reading.minute() > warmup / SECONDS_PER_MINUTE).toList();
    System.out.printf(
        Locale.ROOT,
        "%nAfter warm-up: %s MB a minute over %d readings; at the peak %s MB%n",
        number(slope(warm), 2),
        warm.size(),
        number(Machine.peakMegabytes(server.pid()), 0));
    System.out.printf(
        Locale.ROOT,
        "%d images for %d keystrokes; out of order: %d, unsettled: %d, errors: %d%n",
        seen.totalImages(),
        seen.keystrokes,
        seen.outOfOrder,
        seen.unsettled,
        seen.errors);
  }

  /** Least squares, in MB a minute; NaN with fewer than two readings. */
  private static double slope(List<Reading> readings) {
    double meanX = readings.stream().mapToDouble(Reading::minute).average().orElse(Double.NaN);
    double meanY = readings.stream().mapToDouble(Reading::megabytes).average().orElse(Double.NaN);
    double products = 0;
    double squares = 0;
    for (Reading reading : readings) {
      products += (reading.minute() - meanX) * (reading.megabytes() - meanY);
      squares += (reading.minute() - meanX) * (reading.minute() - meanX);
    }
    return products / squares;
  }
}
