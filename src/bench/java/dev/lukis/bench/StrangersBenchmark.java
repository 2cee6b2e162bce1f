package dev.lukis.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/**
 * People who type, people who mean no good, lost connections and restarts of the server, all
 * together for a given time; then what was lost, which is to be nothing, and what it cost.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@strangers}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dseconds=300}, {@code -Dtypists=6}, {@code -Dhostile=4}, {@code
 * -Ddrop=5} and {@code -Drestart=60} (seconds between two lost connections and two restarts).
 */
public final class StrangersBenchmark {
  private static final int MAX_MESSAGE_BYTES = 1 << 22;

  private final URI base;
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
  private final Tally tally = new Tally();
  private final List<ReturningTypist> typists = new ArrayList<>();
  private final List<HostileClient> hostile = new ArrayList<>();
  private final AtomicLong visits = new AtomicLong();
  private final Random random = new Random(1);

  private StrangersBenchmark(URI base) {
    this.base = base;
  }

  public static void main(String[] arguments) {
    int seconds = Options.integer("seconds", 300);
    int restartEvery = Options.integer("restart", 60);
    int port = Server.freePort();
    System.out.println(Machine.line() + "; server: " + Options.serverOptions() + "\n");
    Server server = Server.start(List.of(), port);
    StrangersBenchmark run = new StrangersBenchmark(server.base());
    run.begin();
    List<Double> restarts = new ArrayList<>();
    int drop = Options.integer("drop", 5);
    double peak = 0;
    for (int second = 1; second <= seconds; second++) {
      Pause.seconds(1);
      if (second % drop == 0) {
        run.dropSomebody();
      }
      // Time to recover is part of the run: none in its last part.
      if (second % restartEvery == 0 && second + restartEvery / 2 < seconds) {
        peak = Math.max(peak, Machine.peakMegabytes(server.pid()));
        long before = System.nanoTime();
        server.close();
        server = Server.start(List.of(), port);
        restarts.add((System.nanoTime() - before) / 1e9);
      }
    }
    peak = Math.max(peak, Machine.peakMegabytes(server.pid()));
    run.end();
    run.report(seconds, restarts, peak);
    server.close();
    System.exit(run.tally.lost == 0 ? 0 : 1);
  }

  private void begin() {
    WebSocketClient client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(1_000)
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES));
    for (int i = 0; i < Options.integer("typists", 6); i++) {
      typists.add(new ReturningTypist(vertx, client, base, tally, i));
    }
    onLoop(() -> typists.forEach(ReturningTypist::come));
    for (int i = 0; i < Options.integer("hostile", 4); i++) {
      hostile.add(new HostileClient(base, i, visits));
    }
    hostile.forEach(Thread::start);
  }

  private void dropSomebody() {
    onLoop(() -> typists.get(random.nextInt(typists.size())).drop());
  }

  private void end() {
    hostile.forEach(HostileClient::leave);
    onLoop(() -> typists.forEach(ReturningTypist::leave));
  }

  private void onLoop(Runnable task) {
    CountDownLatch done = new CountDownLatch(1);
    vertx.runOnContext(
        ignored -> {
          task.run();
          done.countDown();
        });
    try {
      done.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void report(int seconds, List<Double> restarts, double peak) {
    System.out.printf(
        "%d s: %d pictures asked for with Enter, %d came, %d were lost; the rest was under way%n",
        seconds, tally.committed, tally.waits.size(), tally.lost);
    System.out.printf(
        "from Enter to the settled picture, lost connections and restarts included: p50 %d ms,"
            + " p95 %d ms, longest %d ms%n",
        tally.waited(0.5), tally.waited(0.95), tally.waited(1));
    System.out.printf(
        "%d connections pulled, %d taken up again; closed by code: %s; %d connects refused%n",
        tally.drops, tally.resumed, tally.closes, tally.refusals);
    System.out.printf(
        "%d hostile visits; %d images; errors told to typists: %d; peak memory %.0f MB%n",
        visits.get(), tally.images, tally.errors, peak);
    System.out.printf(
        "%d restarts, seconds each until ready again: %s%n", restarts.size(), restarts);
  }
}
