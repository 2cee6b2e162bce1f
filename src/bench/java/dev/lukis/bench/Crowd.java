package dev.lukis.bench;

import dev.lukis.session.typing.DebounceWaits;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Typists at one server, each with a connection of their own, all on one event loop. Which traces
 * they type and when they begin is the same in every run.
 */
public final class Crowd implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int MAX_MESSAGE_BYTES = 1 << 22;
  private static final long SEEDS_PER_TYPIST = 1_000;

  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
  private final WebSocketClient client;
  private final List<WebSocket> sockets = new ArrayList<>();
  private final List<Typist> typists = new ArrayList<>();
  private final List<TypingTrace> traces = TypingTrace.all();
  private final Visit visit;
  private final Readings readings;

  /** Connects all typists; none types yet. */
  public Crowd(URI base, Visit visit) {
    this.visit = visit;
    this.readings = new Readings(visit.size());
    this.client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setMaxConnections(visit.size())
                .setMaxFrameSize(MAX_MESSAGE_BYTES)
                .setMaxMessageSize(MAX_MESSAGE_BYTES));
    for (int i = 0; i < visit.size(); i++) {
      connect(base, i);
    }
  }

  private void connect(URI base, int index) {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setHost(base.getHost())
            .setPort(base.getPort())
            .setURI("/live")
            .addSubProtocol("lukis.v1");
    Future<WebSocket> connected = client.connect(options);
    connected.onSuccess(socket -> seat(socket, index));
    sockets.add(await(connected));
  }

  // On the event loop, before it can receive anything.
  private void seat(WebSocket socket, int index) {
    List<TypingTrace> order = shuffled(traces, visit.orderSeed(index));
    Iterator<TypingTrace> endless = Stream.generate(() -> order).flatMap(List::stream).iterator();
    Screen screen = new Screen(readings, index, new DebounceWaits(visit.draftNanos()));
    long seed = visit.person(index) * SEEDS_PER_TYPIST;
    typists.add(new Typist(vertx, socket, readings, screen, endless, seed));
  }

  private static List<TypingTrace> shuffled(List<TypingTrace> traces, long seed) {
    List<TypingTrace> order = new ArrayList<>(traces);
    Collections.shuffle(order, new Random(seed));
    return order;
  }

  /** Lets all begin within a time, in an order of chance. */
  public void begin(int staggerMillis) {
    Random random = new Random(visit.staggerSeed());
    onLoop(() -> typists.forEach(typist -> typist.begin(1 + random.nextInt(staggerMillis))));
  }

  /** Forgets what the typists have experienced so far; they type on. */
  public void forget() {
    onLoop(readings::forget);
  }

  /** Stops all typists, and returns what they measured. */
  public Readings leave() {
    onLoop(() -> typists.forEach(Typist::leave));
    return readings;
  }

  private void onLoop(Runnable task) {
    await(
        Future.<Void>future(
            done ->
                vertx.runOnContext(
                    ignored -> {
                      task.run();
                      done.complete();
                    })));
  }

  /** Closes all connections. */
  @Override
  public void close() {
    leave();
    await(Future.join(sockets.stream().map(socket -> socket.close().otherwiseEmpty()).toList()));
    await(client.close());
    await(vertx.close());
  }

  private static <T> T await(Future<T> future) {
    try {
      return future
          .toCompletionStage()
          .toCompletableFuture()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException("no answer from the server", e);
    }
  }
}
