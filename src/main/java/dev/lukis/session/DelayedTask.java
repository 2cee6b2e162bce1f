package dev.lukis.session;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;

/** One task that runs later; setting it again replaces the one before. Not thread-safe. */
final class DelayedTask {
  private final SessionClock clock;
  private final TaskGuard guard;

  // Mutable state
  private Cancellable scheduled = () -> {};

  /**
   * @param guard receives what the task throws
   */
  DelayedTask(SessionClock clock, TaskGuard guard) {
    this.clock = clock;
    this.guard = guard;
  }

  void set(Duration delay, Runnable task) {
    cancel();
    scheduled = clock.schedule(delay, () -> guard.run(task));
  }

  void cancel() {
    scheduled.cancel();
    scheduled = () -> {};
  }
}
