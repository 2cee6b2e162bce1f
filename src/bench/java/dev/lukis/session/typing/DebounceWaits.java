package dev.lukis.session.typing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How long the keystrokes of a person wait for the debouncer before they are painted, by the
 * debouncer itself, in the time of the typing: a keystroke waits until the first firing after it.
 */
public final class DebounceWaits {
  /** The service's default timing. */
  public static final DebounceTiming DEFAULTS =
      new DebounceTiming(
          Duration.ofMillis(120),
          Duration.ofMillis(30),
          Duration.ofMillis(300),
          Duration.ofMillis(400),
          Duration.ofSeconds(1));

  private static final long NEVER = Long.MAX_VALUE;

  private final Debouncer debouncer = new Debouncer(DEFAULTS);
  private final long draftNanos;

  // Mutable state
  private final List<Long> held = new ArrayList<>();
  private final List<Double> waits = new ArrayList<>();
  private long deadline = NEVER;

  /**
   * @param draftNanos how long a draft takes, to which the debouncer adapts; 0 where not known
   */
  public DebounceWaits(long draftNanos) {
    this.draftNanos = draftNanos;
  }

  /**
   * The next keystroke of one person.
   *
   * @param counted whether its wait is wanted
   */
  public void typed(long atMillis, String text, boolean counted) {
    long now = TimeUnit.MILLISECONDS.toNanos(atMillis);
    fireBy(now);
    if (counted) {
      held.add(now);
    }
    deadline = Math.max(now, debouncer.edit(text, false, now, draftNanos));
    fireBy(now);
  }

  /** The waits in milliseconds, one for each counted keystroke, when nothing more is typed. */
  public List<Double> millis() {
    fireBy(NEVER - 1);
    return waits;
  }

  private void fireBy(long now) {
    if (deadline <= now) {
      long fired = deadline;
      held.forEach(at -> waits.add((fired - at) / 1e6));
      held.clear();
      debouncer.fired();
      deadline = NEVER;
    }
  }
}
