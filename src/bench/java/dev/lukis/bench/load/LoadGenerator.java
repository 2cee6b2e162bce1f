package dev.lukis.bench.load;

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
 * All clients of a server: those that type, those that wait, and those that attack. Typists live on
 * one event loop, and every method of this waits until it has done its part there.
 */
final class LoadGenerator {
  private static final int MAX_MESSAGE_BYTES = 1 << 22;

  private final URI base;
  private final Vertx vertx =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setPreferNativeTransport(false));
  private final WebSocketClient client =
      vertx.createWebSocketClient(
          new WebSocketClientOptions()
              .setMaxConnections(10_000)
              .setMaxFrameSize(MAX_MESSAGE_BYTES)
              .setMaxMessageSize(MAX_MESSAGE_BYTES));
  private final List<ReconnectingTypist> typists = new ArrayList<>();
  private final List<QueuedTypist> queued = new ArrayList<>();
  private final List<HostileClient> hostile = new ArrayList<>();
  private final AtomicLong visits = new AtomicLong();
  private final Random random = new Random(1);

  LoadGenerator(URI base) {
    this.base = base;
  }

  void typistsCome(int count) {
    onLoop(
        () -> {
          for (int i = 0; i < count; i++) {
            ReconnectingTypist typist = new ReconnectingTypist(vertx, client, base, i);
            typists.add(typist);
            typist.come();
          }
        });
  }

  /** Measurements go there from now on. */
  void tellTo(Tally tally) {
    onLoop(() -> typists.forEach(typist -> typist.tellTo(tally)));
  }

  void queueUp(int count) {
    onLoop(
        () -> {
          for (int i = 0; i < count; i++) {
            QueuedTypist typist = new QueuedTypist(vertx);
            queued.add(typist);
            typist.come(client, base);
          }
        });
  }

  void queueLeaves() {
    onLoop(() -> queued.forEach(QueuedTypist::leave));
    queued.clear();
  }

  void hostileCome(int count) {
    for (int i = 0; i < count; i++) {
      hostile.add(new HostileClient(base, i, visits));
    }
    hostile.forEach(Thread::start);
  }

  /** How often hostile clients have come. */
  long visits() {
    return visits.get();
  }

  /** A typist's connection is lost, with or without a close frame. */
  void dropATypist() {
    onLoop(() -> typists.get(random.nextInt(typists.size())).drop(random.nextBoolean()));
  }

  /** Whether no typist waits for a picture that they pressed Enter for. */
  boolean satisfied() {
    boolean[] satisfied = new boolean[1];
    onLoop(() -> satisfied[0] = typists.stream().noneMatch(ReconnectingTypist::waiting));
    return satisfied[0];
  }

  void disconnectAll() {
    hostile.forEach(HostileClient::leave);
    queueLeaves();
    onLoop(() -> typists.forEach(ReconnectingTypist::leave));
    vertx.close();
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
}
