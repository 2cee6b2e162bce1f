package dev.lukis.bench.load;

import static dev.lukis.bench.MarkdownTable.number;
import static dev.lukis.bench.MarkdownTable.pair;

import dev.lukis.bench.Machine;
import dev.lukis.bench.MarkdownTable;
import dev.lukis.bench.Options;
import dev.lukis.bench.Pause;
import dev.lukis.bench.Server;
import java.util.List;
import java.util.Locale;

/**
 * Whether those who wait for room slow those who have it: the same typists on the same server, by
 * turns with none and with many waiting, who type meanwhile.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@waiting}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dtypists=4}, {@code -Dwaiting=200}, {@code -Drounds=4}, {@code
 * -Dseconds=20} (of a row).
 */
public final class WaitingBenchmark {
  private static final int SETTLE_SECONDS = 3;

  private WaitingBenchmark() {}

  public static void main(String[] arguments) {
    int typists = Options.integer("typists", 4);
    int waiting = Options.integer("waiting", 200);
    int seconds = Options.integer("seconds", 20);
    System.out.println(Machine.line() + "; server: " + Options.serverOptions() + "\n");
    List<String> room =
        List.of("lukis.admission.sessions=" + typists, "lukis.admission.waiting=" + 2 * waiting);
    try (Server server = Server.start(room)) {
      LoadGenerator load = new LoadGenerator(server.base());
      load.typistsCome(typists);
      Pause.seconds(seconds); // Until the JVM has warmed up.
      Tally alone = new Tally();
      Tally beside = new Tally();
      for (int round = 0; round < Options.integer("rounds", 4); round++) {
        measure(load, alone, seconds);
        load.queueUp(waiting);
        measure(load, beside, seconds);
        load.queueLeaves();
      }
      report(alone, beside, waiting);
      load.disconnectAll();
    }
  }

  private static void measure(LoadGenerator load, Tally tally, int seconds) {
    Pause.seconds(SETTLE_SECONDS);
    load.tellTo(tally);
    Pause.seconds(seconds);
    load.tellTo(new Tally());
  }

  private static void report(Tally alone, Tally beside, int waiting) {
    MarkdownTable table =
        new MarkdownTable(
            "waiting",
            "from a word to its picture p50 / p95 (ms)",
            "from Enter to the settled picture p50 / p95 (ms)",
            "words",
            "errors");
    row(table, 0, alone);
    row(table, waiting, beside);
    System.out.printf(
        Locale.ROOT,
        "%nLatency with a queue, divided by latency without (p50 / p95): words %s, Enter %s%n",
        pair(
            beside.words.quantile(0.5) / alone.words.quantile(0.5),
            beside.words.quantile(0.95) / alone.words.quantile(0.95),
            2),
        pair(
            beside.commits.quantile(0.5) / alone.commits.quantile(0.5),
            beside.commits.quantile(0.95) / alone.commits.quantile(0.95),
            2));
  }

  private static void row(MarkdownTable table, int waiting, Tally tally) {
    table.row(
        String.valueOf(waiting),
        pair(tally.words.quantile(0.5), tally.words.quantile(0.95), 0),
        pair(tally.commits.quantile(0.5), tally.commits.quantile(0.95), 0),
        number(tally.words.count(), 0),
        String.valueOf(tally.errors));
  }
}
