package dev.lukis.live;

import dev.lukis.session.SessionClock;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Vert.x timers. Their tasks run on a connection's executor. */
final class VertxClock implements SessionClock {
  private final Vertx vertx;
  private final Executor executor;

  VertxClock(Vertx vertx, Executor executor) {
    this.vertx = vertx;
    this.executor = executor;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    AtomicBoolean cancelled = new AtomicBoolean();
    Runnable unlessCancelled =
        () -> {
          if (!cancelled.get()) {
            task.run();
          }
        };
    long millis = Math.max(1, delay.toMillis());
    long timer = vertx.setTimer(millis, ignored -> executor.execute(unlessCancelled));
    return () -> {
      cancelled.set(true);
      vertx.cancelTimer(timer);
    };
  }
}
