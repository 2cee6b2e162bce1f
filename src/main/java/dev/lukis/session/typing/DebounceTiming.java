package dev.lukis.session.typing;

import java.time.Duration;

/**
 * When edits are painted.
 *
 * @param quiet quiet period after which an edit is painted while the time of a draft is unknown
 * @param quietMin lower bound of the quiet period, which otherwise equals the time of a draft
 * @param quietMax upper bound of the quiet period
 * @param maxWait longest time that an edit waits, during fast typing too
 * @param idle time without edits after which the next one is painted at once
 */
public record DebounceTiming(
    Duration quiet, Duration quietMin, Duration quietMax, Duration maxWait, Duration idle) {

  // Painting more often than drafts are made would only replace waiting requests.
  long quietNanos(long draftNanos) {
    return draftNanos == 0
        ? quiet.toNanos()
        : Math.min(Math.max(draftNanos, quietMin.toNanos()), quietMax.toNanos());
  }
}
