package dev.lukis.session;

import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;

/** Time for one session. */
public interface SessionClock {
  /** Nanoseconds of a clock that only goes forward. */
  long nanoTime();

  /** Runs a task later, on the session's executor, unless cancelled before. */
  Cancellable schedule(Duration delay, Runnable task);
}
