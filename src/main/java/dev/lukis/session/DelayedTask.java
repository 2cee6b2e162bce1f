package dev.lukis.session;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;

/** One task to be run later; setting it again forgets the one before. Not thread-safe. */
final class DelayedTask {
  private final SessionClock clock;

  // Mutable state
  private Cancellable scheduled = () -> {};

  DelayedTask(SessionClock clock) {
    this.clock = clock;
  }

  void set(Duration delay, Runnable task) {
    cancel();
    scheduled = clock.schedule(delay, task);
  }

  void cancel() {
    scheduled.cancel();
    scheduled = () -> {};
  }
}
