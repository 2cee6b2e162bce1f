package dev.lukis.bench;

import static dev.lukis.bench.MarkdownTable.number;
import static dev.lukis.bench.MarkdownTable.pair;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Replays people's typing against a running server, for every supersession policy and number of
 * typists, and prints one Markdown table. What the columns mean: {@link Readings}, {@link Screen}.
 *
 * <p>All of it: {@code mvn -Pbench -DskipTests package exec:exec@typing}. Options, within {@code
 * -Dbench.options="..."}:
 *
 * <ul>
 *   <li>{@code -Dseconds=60} for each row, after {@code -Dwarmup=10} of other typists
 *   <li>{@code -Dpolicies=steer,restart,finish} and {@code -Dtypists=1,4,16,16-alike}; in an {@code
 *       alike} row all type the same prompts, so that only there the fairness columns compare like
 *       with like
 *   <li>{@code -Dserver.options=-Xmx256m} for the server's JVM, {@code -Dserver.jar} another
 *       package
 *   <li>{@code -Durl=http://...} a server that runs already; then name its policy yourself
 * </ul>
 *
 * <p>Every row has a server process of its own, so that none profits from another's caches.
 */
public final class TypingBenchmark {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final String ALIKE = "-alike";
  private static final int STAGGER_MILLIS = 2_000;

  private final int seconds = Options.integer("seconds", 60);
  private final int warmup = Options.integer("warmup", 10);
  private final String url = Options.text("url", "");

  private TypingBenchmark() {}

  public static void main(String[] arguments) {
    System.out.println(Machine.line() + "; server: " + Options.serverOptions() + "\n");
    new TypingBenchmark().run();
  }

  private void run() {
    List<String> policies = Options.words("policies", "steer,restart,finish");
    MarkdownTable table =
        new MarkdownTable(
            "policy",
            "typists",
            "first image p50 / p95 (ms)",
            "staleness mean / p95 (ms)",
            "settle p50 / p95 (ms)",
            "longest gap (ms)",
            "images/s",
            "wasted steps (%)",
            "generations",
            "superseded / steered",
            "fewest / most images over mean",
            "keystrokes",
            "out of order",
            "unsettled / errors");
    List<Budget> budgets = new ArrayList<>();
    for (String policy : policies) {
      for (String typists : Options.words("typists", "1,4,16,16-alike")) {
        Budget budget = row(table, policy, typists);
        if (typists.equals("1")) {
          budgets.add(budget);
        }
      }
    }
    Budget.print(budgets);
  }

  private Budget row(MarkdownTable table, String policy, String typists) {
    int size = Integer.parseInt(typists.replace(ALIKE, ""));
    boolean alike = typists.endsWith(ALIKE);
    try (Server server = server(policy)) {
      replay(server, new Visit(0, size, alike, 0), warmup);
      Counters before = server.counters();
      long draftNanos = (long) (NANOS_PER_SECOND * before.gauge("lukis_draft_seconds"));
      Readings readings = replay(server, new Visit(1, size, alike, draftNanos), seconds);
      print(table, policy, typists, readings, before, server.counters());
      return new Budget(
          policy, readings.debounce.quantile(0.95), readings.firstImage.quantile(0.95));
    }
  }

  private Server server(String policy) {
    return url.isEmpty()
        ? Server.start(List.of("lukis.live.on-new-revision=" + policy))
        : Server.at(URI.create(url));
  }

  private static Readings replay(Server server, Visit visit, int seconds) {
    try (Crowd crowd = new Crowd(server.base(), visit)) {
      crowd.begin(STAGGER_MILLIS);
      Pause.seconds(seconds);
      return crowd.leave();
    }
  }

  private void print(
      MarkdownTable table,
      String policy,
      String typists,
      Readings readings,
      Counters before,
      Counters after) {
    double steps = after.since(before, "lukis_steps_total");
    double wasted = after.since(before, "lukis_steps_wasted_total");
    table.row(
        policy,
        typists,
        pair(readings.firstImage.median(), readings.firstImage.quantile(0.95), 0),
        pair(readings.staleness.mean(), readings.staleness.quantile(0.95), 0),
        pair(readings.settle.median(), readings.settle.quantile(0.95), 0),
        Long.toString(readings.longestGap),
        number((double) readings.totalImages() / seconds, 1),
        number(100 * wasted / steps, 1),
        number(after.since(before, "lukis_generations_total"), 0),
        number(after.since(before, "lukis_superseded_total"), 0)
            + " / "
            + number(after.since(before, "lukis_steered_total"), 0),
        pair(readings.fewest(), readings.most(), 2),
        Long.toString(readings.keystrokes),
        Long.toString(readings.outOfOrder),
        readings.unsettled + " / " + readings.errors);
  }
}
