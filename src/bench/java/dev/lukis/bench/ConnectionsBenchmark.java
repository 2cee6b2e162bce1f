package dev.lukis.bench;

import static dev.lukis.bench.MarkdownTable.number;
import static dev.lukis.bench.MarkdownTable.pair;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A thousand people at one server whose pipeline paints nothing: what the sockets, sessions and the
 * dispatcher cost by themselves. The server is the packaged application with its real endpoint; its
 * model is loaded and counts in the memory, but only a fixed small image is handed out.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@connections}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dconnections=1000}, {@code -Dseconds=60} after {@code
 * -Dwarmup=20} of the same people typing, {@code -Dquiet=80} (the debounce, in milliseconds),
 * {@code -Dcap=32} (how many share a step, since a profile of nothing would say nothing), {@code
 * -Dserver.options=-Xmx256m}.
 *
 * <p>"Prompt to image" is of every revision that got an image of its own, from sending it to its
 * image, debounce included, on one clock. Client and server share the machine.
 */
public final class ConnectionsBenchmark {
  private static final int STAGGER_MILLIS = 5_000;
  private static final int FAREWELL_SECONDS = 5;

  private final int connections = Options.integer("connections", 1_000);
  private final int seconds = Options.integer("seconds", 60);

  private ConnectionsBenchmark() {}

  public static void main(String[] arguments) {
    System.out.println(Machine.line() + "; server: " + Options.serverOptions() + "\n");
    new ConnectionsBenchmark().run();
  }

  private void run() {
    try (Server server = Server.start(configuration(Options.integer("quiet", 80) + "ms"))) {
      MarkdownTable held =
          new MarkdownTable(
              "", "sessions", "timers", "heap (MB)", "direct buffers (MB)", "resident (MB)");
      held(held, "before", server);
      Readings readings;
      try (Crowd crowd = new Crowd(server.base(), new Visit(0, connections, false, 0))) {
        crowd.begin(STAGGER_MILLIS);
        Pause.seconds(Options.integer("warmup", 20));
        crowd.forget();
        Pause.seconds(seconds);
        readings = crowd.leave();
        held(held, connections + " typing", server);
      }
      Pause.seconds(FAREWELL_SECONDS);
      held(held, "all closed", server);
      print(readings, server);
    }
  }

  private static List<String> configuration(String quiet) {
    return List.of(
        "bench.null-pipeline=true",
        "lukis.admission.connections-per-address=100000",
        "lukis.batch-cap=" + Options.integer("cap", 32),
        "lukis.live.quiet=" + quiet,
        "lukis.live.quiet-min=" + quiet,
        "lukis.live.quiet-max=" + quiet);
  }

  private static void held(MarkdownTable table, String when, Server server) {
    JsonObject state = new JsonObject(server.get("/bench/held").body());
    table.row(
        when,
        state.getValue("sessions").toString(),
        state.getValue("timers").toString(),
        number(state.getDouble("heapMegabytes"), 1),
        number(state.getDouble("directMegabytes"), 1),
        number(Machine.residentMegabytes(server.pid()), 0));
  }

  private void print(Readings readings, Server server) {
    System.out.println();
    MarkdownTable table =
        new MarkdownTable(
            "connections",
            "prompt to image p50 / p99 (ms)",
            "keystroke to first image p50 / p99 (ms)",
            "keystrokes/s",
            "images/s",
            "peak resident (MB)",
            "out of order",
            "unsettled / errors");
    table.row(
        Integer.toString(connections),
        pair(readings.promptToImage.median(), readings.promptToImage.quantile(0.99), 0),
        pair(readings.firstImage.median(), readings.firstImage.quantile(0.99), 0),
        number((double) readings.keystrokes / seconds, 0),
        number((double) readings.totalImages() / seconds, 0),
        number(Machine.peakMegabytes(server.pid()), 0),
        Long.toString(readings.outOfOrder),
        readings.unsettled + " / " + readings.errors);
  }
}
