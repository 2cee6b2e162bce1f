package dev.lukis.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

/**
 * The dispatchers of several devices. A new session goes to the dispatcher with the fewest sessions
 * and stays there. Thread-safe.
 *
 * @param all at least one; they share their statistics
 */
public record Dispatchers(List<Dispatcher> all) implements AutoCloseable {
  /**
   * @throws IllegalArgumentException when there is none
   */
  public Dispatchers {
    if (all.isEmpty()) {
      throw new IllegalArgumentException("dispatchers: none (expected: at least one)");
    }
    all = List.copyOf(all);
  }

  /** Lets a session take part until its mailbox is closed. */
  public Mailbox open(GenerationListener listener) {
    return least(all).open(listener);
  }

  private static Dispatcher least(List<Dispatcher> dispatchers) {
    return dispatchers.stream()
        .min(Comparator.comparingInt(Dispatcher::sessions))
        .orElseThrow(IllegalStateException::new);
  }

  public DispatchStatistics statistics() {
    return all.get(0).statistics();
  }

  /** The recent duration of drafts on the slowest device, in nanoseconds; 0 before the first. */
  public long draftNanos() {
    return all.stream().mapToLong(Dispatcher::draftNanos).max().orElse(0);
  }

  /** How many sessions may share a step, on all devices together. */
  public int batchCap() {
    return all.stream().mapToInt(Dispatcher::batchCap).sum();
  }

  /** The time of a step in nanoseconds by batch size, as measured on the first device. */
  public SortedMap<Integer, Long> stepNanos() {
    return all.get(0).stepNanos();
  }

  /** Sessions whose memory is held. */
  public int sessions() {
    return all.stream().mapToInt(Dispatcher::sessions).sum();
  }

  /** Whether every denoising thread is alive and makes progress; see {@link Dispatcher#alive}. */
  public boolean alive(Duration longestTurn) {
    return all.stream().allMatch(each -> each.alive(longestTurn));
  }

  @Override
  public void close() {
    all.forEach(Dispatcher::close);
  }
}
