package dev.lukis.dispatch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Who takes part in the next step: drafts and commits before settles; among them sessions that have
 * yet to see anything of their newest words; among those whoever was served longest ago. How fast
 * somebody types does not count. Stateless.
 */
final class BatchSelection {
  private static final Comparator<Lane> ORDER =
      Comparator.comparing(BatchSelection::settles)
          .thenComparing(lane -> !lane.unseen())
          .thenComparingLong(Lane::lastServed);

  private BatchSelection() {}

  /**
   * @param lanes in the order in which they opened
   * @param cap how many may share a step, at least 1
   * @return lanes that run, all of one size and all either settling or not
   */
  static List<Lane> choose(List<Lane> lanes, int cap) {
    List<Lane> ready = new ArrayList<>();
    for (Lane lane : lanes) {
      if (lane.running() != null) {
        ready.add(lane);
      }
    }
    ready.sort(ORDER);
    if (!ready.isEmpty()) {
      Lane first = ready.get(0);
      ready.removeIf(lane -> !together(first, lane));
    }
    return ready.subList(0, Math.min(cap, ready.size()));
  }

  // A settle would slow the drafts that it shared a step with.
  private static boolean together(Lane first, Lane other) {
    return settles(first) == settles(other) && request(first).sameSize(request(other));
  }

  private static boolean settles(Lane lane) {
    return request(lane).plan() == Plan.SETTLE;
  }

  private static GenerationRequest request(Lane lane) {
    return Objects.requireNonNull(lane.running()).request();
  }
}
