package dev.lukis.dispatch;

import dev.lukis.painting.Plan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Chooses the sessions that share the next step. Drafts and commits go before settles; then
 * sessions that have seen no image of their newest words; then the session whose last image is the
 * oldest. Typing speed does not count. The order goes by images and not by steps, so a started
 * generation runs to its end: on average, images arrive sooner than with one step each in turn.
 * Stateless.
 */
final class BatchSelection {
  private final int cap;
  private final boolean mixesTimesteps;
  private final long settlePatience;

  /**
   * @param cap maximum number of sessions that share a step, at least 1
   * @param mixesTimesteps whether generations at different timesteps may share a step
   * @param settlePatience a settle that has waited this long counts as a draft; nanoseconds
   */
  BatchSelection(int cap, boolean mixesTimesteps, long settlePatience) {
    this.cap = cap;
    this.mixesTimesteps = mixesTimesteps;
    this.settlePatience = settlePatience;
  }

  int cap() {
    return cap;
  }

  /** The same selection with a lower cap, for a device whose memory has proved too small. */
  BatchSelection withCap(int lower) {
    return new BatchSelection(lower, mixesTimesteps, settlePatience);
  }

  /**
   * @param slots all sessions, in the order in which they opened
   * @param now in nanoseconds
   * @return sessions with a running generation, all of one image size; either all of them yield to
   *     drafts or none
   */
  List<SessionSlot> choose(List<SessionSlot> slots, long now) {
    Comparator<SessionSlot> order = order(now);
    SessionSlot first = null;
    for (SessionSlot slot : slots) {
      if (slot.running() != null && (first == null || order.compare(slot, first) < 0)) {
        first = slot;
      }
    }
    return first == null ? List.of() : companions(first, slots, order, now);
  }

  // A heap of the best, with the worst of them on top: sorting a thousand slots at every step would
  // cost more than the step of a small model.
  private List<SessionSlot> companions(
      SessionSlot first, List<SessionSlot> slots, Comparator<SessionSlot> order, long now) {
    PriorityQueue<SessionSlot> best = new PriorityQueue<>(order.reversed());
    for (SessionSlot slot : slots) {
      if (slot.running() == null || !together(first, slot, now)) {
        continue;
      }
      if (best.size() < cap) {
        best.add(slot);
      } else if (order.compare(slot, best.element()) < 0) {
        best.remove();
        best.add(slot);
      }
    }
    List<SessionSlot> chosen = new ArrayList<>(best);
    chosen.sort(order);
    return chosen;
  }

  private Comparator<SessionSlot> order(long now) {
    return Comparator.<SessionSlot, Boolean>comparing(slot -> yields(slot, now))
        .thenComparing(slot -> !slot.unseen())
        .thenComparingLong(SessionSlot::shownAt)
        .thenComparingLong(slot -> slot.requireRunning().begunAt());
  }

  // A settle would slow the drafts that it shared a step with.
  private boolean together(SessionSlot first, SessionSlot other, long now) {
    return yields(first, now) == yields(other, now)
        && first.requireRunning().request().sameSize(other.requireRunning().request())
        && (mixesTimesteps
            || first.requireRunning().timestep() == other.requireRunning().timestep());
  }

  private boolean yields(SessionSlot slot, long now) {
    RunningGeneration running = slot.requireRunning();
    return running.request().plan() == Plan.SETTLE && now - running.begunAt() < settlePatience;
  }
}
