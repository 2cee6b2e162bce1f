package dev.lukis.dispatch;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a session wants painted next. One slot: a newer request replaces a waiting one, which is no
 * error but the point; {@link DispatchStatistics#superseded()} counts them. Committed requests are
 * the exception: each is kept, in order, and goes before the slot. Thread-safe.
 */
public final class Mailbox implements AutoCloseable {
  /** How many committed requests may wait. */
  static final int MAX_COMMITTED = 4;

  private final Runnable wake;
  private final DispatchStatistics statistics;

  // Mutable state, guarded by this
  private final Deque<GenerationRequest> committed = new ArrayDeque<>();
  private @Nullable GenerationRequest slot;
  private boolean stopping;
  private boolean withdrawing;
  private boolean closed;

  Mailbox(Runnable wake, DispatchStatistics statistics) {
    this.wake = wake;
    this.statistics = statistics;
  }

  /**
   * Asks for a generation. The revisions offered never fall.
   *
   * @return false when the request is a commit and too many of them wait: nothing has changed
   */
  public boolean offer(GenerationRequest request) {
    boolean accepted = put(request);
    wake.run();
    return accepted;
  }

  private synchronized boolean put(GenerationRequest request) {
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

  /** Forgets what waits and what runs, except commits. */
  public void withdraw() {
    synchronized (this) {
      slot = null;
      withdrawing = true;
    }
    wake.run();
  }

  /** Forgets what waits and what runs, commits too. */
  public void stop() {
    synchronized (this) {
      committed.clear();
      slot = null;
      stopping = true;
    }
    wake.run();
  }

  /** Like {@link #stop()}, for good: no event follows once the denoising thread has seen it. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    stop();
  }

  synchronized @Nullable GenerationRequest peek() {
    return committed.isEmpty() ? slot : committed.peek();
  }

  /**
   * Takes a request that {@link #peek()} gave.
   *
   * @return false when a newer one has replaced it in the meantime
   */
  synchronized boolean remove(GenerationRequest request) {
    if (request == slot) {
      slot = null;
      return true;
    }
    return committed.remove(request);
  }

  /** Whether a stop was asked for since the last call. */
  synchronized boolean takeStop() {
    boolean asked = stopping;
    stopping = false;
    return asked;
  }

  /** Whether a withdrawal was asked for since the last call. */
  synchronized boolean takeWithdrawal() {
    boolean asked = withdrawing;
    withdrawing = false;
    return asked;
  }

  /** Whether a stop was asked for, and not yet taken, or the session has closed. */
  synchronized boolean cancelled() {
    return stopping || closed;
  }

  synchronized boolean closed() {
    return closed;
  }
}
