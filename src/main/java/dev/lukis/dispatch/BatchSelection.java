package dev.lukis.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Who takes part in the next step: drafts and commits before settles; among them sessions that have
 * yet to see anything of their newest words; among those whoever was shown an image longest ago.
 * How fast somebody types does not count. Going by images and not by steps lets a generation that
 * has begun run to its end, which brings everybody's image sooner on average than taking turns at
 * every step. Stateless.
 */
final class BatchSelection {
  private final int cap;
  private final long settlePatience;

  /**
   * @param cap how many may share a step, at least 1
   * @param settlePatience a settle that has waited this long counts as a draft; nanoseconds
   */
  BatchSelection(int cap, long settlePatience) {
    this.cap = cap;
    this.settlePatience = settlePatience;
  }

  int cap() {
    return cap;
  }

  /**
   * @param lanes in the order in which they opened
   * @param now in nanoseconds
   * @return lanes that run, all of one size and all either yielding to drafts or not
   */
  List<Lane> choose(List<Lane> lanes, long now) {
    List<Lane> ready = new ArrayList<>();
    for (Lane lane : lanes) {
      if (lane.running() != null) {
        ready.add(lane);
      }
    }
    ready.sort(order(now));
    if (!ready.isEmpty()) {
      Lane first = ready.get(0);
      ready.removeIf(lane -> !together(first, lane, now));
    }
    return ready.subList(0, Math.min(cap, ready.size()));
  }

  private Comparator<Lane> order(long now) {
    return Comparator.<Lane, Boolean>comparing(lane -> yields(lane, now))
        .thenComparing(lane -> !lane.unseen())
        .thenComparingLong(Lane::shownAt)
        .thenComparingLong(lane -> running(lane).begunAt());
  }

  // A settle would slow the drafts that it shared a step with.
  private boolean together(Lane first, Lane other, long now) {
    return yields(first, now) == yields(other, now)
        && running(first).request().sameSize(running(other).request());
  }

  private boolean yields(Lane lane, long now) {
    RunningGeneration running = running(lane);
    return running.request().plan() == Plan.SETTLE && now - running.begunAt() < settlePatience;
  }

  private static RunningGeneration running(Lane lane) {
    return Objects.requireNonNull(lane.running());
  }
}
