package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class VertxClockTest {
  /** On a timer's thread nothing would catch the refusal of a held prompt. */
  @Test
  void aTimersTaskRunsOnTheConnectionsExecutorOnly() throws Exception {
    Vertx vertx = Vertx.vertx();
    try {
      CompletableFuture<Runnable> executed = new CompletableFuture<>();
      AtomicBoolean ran = new AtomicBoolean();
      new VertxClock(vertx, executed::complete).schedule(Duration.ZERO, () -> ran.set(true));
      Runnable task = executed.get(30, TimeUnit.SECONDS);
      assertThat(ran).isFalse();
      task.run();
      assertThat(ran).isTrue();
    } finally {
      vertx.close();
    }
  }
}
