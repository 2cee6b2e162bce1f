package dev.lukis.bench.load;

import static dev.lukis.bench.MarkdownTable.number;
import static dev.lukis.bench.MarkdownTable.pair;

import dev.lukis.bench.Machine;
import dev.lukis.bench.MarkdownTable;
import dev.lukis.bench.Options;
import dev.lukis.bench.Pause;
import dev.lukis.bench.Server;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A soak: people who type, first alone, then beside hostile clients, lost connections and restarts
 * of the server, by turns with SIGTERM and SIGKILL; then what was lost, which is to be nothing, and
 * what it cost. Ends with status 1 when a picture was lost.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@strangers}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dseconds=300}, {@code -Dcalm=60} (seconds alone before that),
 * {@code -Dtypists=6}, {@code -Dhostile=4}, {@code -Ddrop=5} and {@code -Drestart=60} (seconds
 * between two lost connections and two restarts).
 */
public final class StrangersBenchmark {
  private static final int PATIENCE_SECONDS = 60;

  private final int port = Server.freePort();
  private final List<String> restarts = new ArrayList<>();

  // Mutable state
  private Server server = Server.start(List.of(), port);
  private double peak;

  private StrangersBenchmark() {}

  public static void main(String[] arguments) {
    System.out.println(Machine.line() + "; server: " + Options.serverOptions() + "\n");
    Tally strangers = new StrangersBenchmark().run();
    System.exit(strangers.lost == 0 ? 0 : 1);
  }

  private Tally run() {
    int calmSeconds = Options.integer("calm", 60);
    int seconds = Options.integer("seconds", 300);
    LoadGenerator load = new LoadGenerator(server.base());
    load.typistsCome(Options.integer("typists", 6));
    Tally calm = new Tally();
    load.tellTo(calm);
    Pause.seconds(calmSeconds);
    Tally strangers = new Tally();
    load.tellTo(strangers);
    load.hostileCome(Options.integer("hostile", 4));
    for (int second = 1; second <= seconds; second++) {
      Pause.seconds(1);
      trouble(load, second, seconds);
    }
    awaitWhatWasAskedFor(load);
    peak = Math.max(peak, Machine.peakMegabytes(server.pid()));
    load.disconnectAll();
    server.close();
    report(calm, strangers, load.visits());
    return strangers;
  }

  private void trouble(LoadGenerator load, int second, int seconds) {
    if (second % Options.integer("drop", 5) == 0) {
      load.dropATypist();
    }
    int every = Options.integer("restart", 60);
    // Time to recover is part of the run: none in its last part.
    if (second % every == 0 && second + every / 2 < seconds) {
      restart(restarts.size() % 2 == 1);
    }
  }

  private void restart(boolean killed) {
    peak = Math.max(peak, Machine.peakMegabytes(server.pid()));
    long before = System.nanoTime();
    if (killed) {
      server.kill();
    } else {
      server.close();
    }
    server = Server.start(List.of(), port);
    double seconds = (System.nanoTime() - before) / 1e9;
    restarts.add(number(seconds, 1) + (killed ? " (SIGKILL)" : " (SIGTERM)"));
  }

  // Typists go on typing meanwhile, so that one of them may always wait: what was asked for before
  // counts as lost only after a minute.
  private static void awaitWhatWasAskedFor(LoadGenerator load) {
    for (int second = 0; second < PATIENCE_SECONDS && !load.satisfied(); second++) {
      Pause.seconds(1);
    }
  }

  private void report(Tally calm, Tally strangers, long visits) {
    MarkdownTable table =
        new MarkdownTable(
            "",
            "pictures asked for with Enter / came / lost",
            "from a word to its picture p50 / p95 (ms)",
            "from Enter to the settled picture p50 / p95 / longest (ms)",
            "errors told");
    row(table, "alone", calm);
    row(table, "among strangers", strangers);
    System.out.printf(
        Locale.ROOT,
        "%n%d connections lost, %d sessions resumed, %d connections refused; closed by code: %s%n",
        strangers.drops,
        strangers.resumed,
        strangers.refusals,
        strangers.closes);
    System.out.printf(
        Locale.ROOT,
        "%d hostile visits; peak memory %s MB; seconds from a restart until ready: %s%n",
        visits,
        number(peak, 0),
        restarts);
  }

  private static void row(MarkdownTable table, String name, Tally tally) {
    table.row(
        name,
        tally.committed + " / " + tally.commits.count() + " / " + tally.lost,
        pair(tally.words.quantile(0.5), tally.words.quantile(0.95), 0),
        pair(tally.commits.quantile(0.5), tally.commits.quantile(0.95), 0)
            + " / "
            + number(tally.commits.quantile(1), 0),
        String.valueOf(tally.errors));
  }
}
