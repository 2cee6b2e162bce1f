package dev.lukis.bench.virtual;

import dev.lukis.session.SessionClock;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when it is told to; what is due is done on the way. Not thread-safe. */
final class VirtualTime implements SessionClock {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));

  // Mutable state
  private long now;
  private long order;

  private record Event(long at, long order, Runnable task) {}

  @Override
  public long nanoTime() {
    return now;
  }

  long millis() {
    return now / NANOS_PER_MILLI;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    Event event = new Event(now + Math.max(0, delay.toNanos()), order++, task);
    events.add(event);
    return () -> events.remove(event);
  }

  void scheduleAt(long atMillis, Runnable task) {
    schedule(Duration.ofNanos(atMillis * NANOS_PER_MILLI - now), task);
  }

  /** Lets so many nanoseconds pass. */
  void pass(long nanos) {
    long until = now + nanos;
    while (!events.isEmpty() && events.peek().at() <= until) {
      passToNext();
    }
    now = Math.max(now, until);
  }

  /** Lets time pass until something happens; false where nothing ever will. */
  boolean passToNext() {
    Event next = events.poll();
    if (next == null) {
      return false;
    }
    now = Math.max(now, next.at());
    next.task().run();
    return true;
  }
}
