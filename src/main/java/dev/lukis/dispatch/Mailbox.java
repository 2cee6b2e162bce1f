package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The next request of a session. It has one slot: a newer request replaces a waiting one by design;
 * {@link DispatchStatistics#superseded()} counts them. Committed requests are the exception: each
 * is kept, in order, and goes before the slot. Requests are identified by their sequence numbers.
 * Thread-safe.
 */
public final class Mailbox implements AutoCloseable {
  /** How many committed requests may wait. */
  static final int MAX_COMMITTED = 4;

  private final Runnable wake;
  private final DispatchStatistics statistics;
  private final Lock lock;

  // Mutable state, guarded by the lock
  private final Deque<GenerationRequest> committed = new ArrayDeque<>();
  private @Nullable GenerationRequest slot;
  private boolean stopping;
  private boolean withdrawing;
  private boolean closed;

  Mailbox(Runnable wake, DispatchStatistics statistics) {
    this(wake, statistics, new ReentrantLock());
  }

  /**
   * @param lock guards the state; released between any two steps that others may come between
   */
  Mailbox(Runnable wake, DispatchStatistics statistics, Lock lock) {
    this.wake = wake;
    this.statistics = statistics;
    this.lock = lock;
  }

  /**
   * Asks for a generation. The revisions offered never fall.
   *
   * @return false when the request is a commit and too many of them wait: nothing has changed
   */
  public boolean offer(GenerationRequest request) {
    boolean accepted = locked(() -> put(request));
    wake.run();
    return accepted;
  }

  private boolean put(GenerationRequest request) {
    boolean commit = request.plan() == Plan.COMMIT;
    if (commit && committed.size() == MAX_COMMITTED) {
      return false;
    }
    if (slot != null) {
      statistics.addSuperseded();
    }
    slot = commit ? null : request;
    return !commit || committed.add(request);
  }

  /** Cancels waiting and running requests, except commits. */
  public void withdraw() {
    cancel(false, false);
  }

  /** Cancels waiting and running requests, commits too. */
  public void stop() {
    cancel(true, false);
  }

  /** Like {@link #stop()}, for good: no event follows once the denoising thread has seen it. */
  @Override
  public void close() {
    cancel(true, true);
  }

  private void cancel(boolean commitsToo, boolean forGood) {
    lock.lock();
    try {
      slot = null;
      withdrawing = true;
      closed |= forGood;
      if (commitsToo) {
        committed.clear();
        stopping = true;
      }
    } finally {
      lock.unlock();
    }
    wake.run();
  }

  /**
   * The changes since the last look.
   *
   * @param stopped whether everything asked for before {@code next} was cancelled
   * @param withdrawn whether everything asked for before {@code next} was cancelled, except commits
   * @param next the request to be painted next; stays in the mailbox until it is removed
   */
  record Look(boolean stopped, boolean withdrawn, @Nullable GenerationRequest next) {}

  // One critical section: a request offered after a stop must never be taken for one that the stop
  // cancels.
  Look look() {
    return locked(
        () -> {
          Look look =
              new Look(stopping, withdrawing, committed.isEmpty() ? slot : committed.peek());
          stopping = false;
          withdrawing = false;
          return look;
        });
  }

  /**
   * Takes a request that {@link #look()} gave.
   *
   * @return false if it was replaced or cancelled in the meantime
   */
  boolean remove(GenerationRequest request) {
    return locked(
        () -> {
          if (slot != null && slot.sequence() == request.sequence()) {
            slot = null;
            return true;
          }
          return committed.removeIf(each -> each.sequence() == request.sequence());
        });
  }

  /** Whether a stop was asked for and not yet looked at, or the session has closed. */
  boolean cancelled() {
    return locked(() -> stopping || closed);
  }

  boolean closed() {
    return locked(() -> closed);
  }

  private <T> T locked(Supplier<T> section) {
    lock.lock();
    try {
      return section.get();
    } finally {
      lock.unlock();
    }
  }
}
