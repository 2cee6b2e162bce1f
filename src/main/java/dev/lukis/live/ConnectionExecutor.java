package dev.lukis.live;

import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Runs everything that belongs to one connection, one task after another: messages, timers and
 * callbacks. It is the one place that catches what they throw, so that a failure reaches the client
 * and never the event loop. Errors pass through.
 */
final class ConnectionExecutor implements Executor {
  private final Executor eventLoop;

  // Mutable state
  private volatile Consumer<RuntimeException> failureHandler =
      failure -> {
        throw failure;
      };

  ConnectionExecutor(Executor eventLoop) {
    this.eventLoop = eventLoop;
  }

  /** Sets the handler of what tasks throw. It runs in place of the rest of the task. */
  void onFailure(Consumer<RuntimeException> handler) {
    failureHandler = handler;
  }

  @Override
  public void execute(Runnable task) {
    eventLoop.execute(() -> runGuarded(task));
  }

  /** Runs a part of a task; if it fails, the task goes on. On the event loop only. */
  void runGuarded(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      failureHandler.accept(e);
    }
  }
}
