package dev.lukis.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class ConnectionExecutorTest {
  private final Queue<Runnable> eventLoop = new ArrayDeque<>();
  private final List<String> failures = new ArrayList<>();
  private final ConnectionExecutor executor = new ConnectionExecutor(eventLoop::add);

  @Test
  void whatATaskThrowsIsHandledAndNeverReachesTheEventLoop() {
    executor.onFailure(failure -> failures.add(failure.getMessage()));
    executor.execute(
        () -> {
          executor.runGuarded(() -> fail("part"));
          fail("task");
        });
    eventLoop.remove().run();
    assertThat(failures).containsExactly("part", "task");
  }

  private static void fail(String message) {
    throw new IllegalStateException(message);
  }
}
