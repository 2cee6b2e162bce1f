package dev.lukis.session;

import java.time.Duration;

/**
 * When edits are painted.
 *
 * @param quiet an edit is painted after this long without another, as long as it is not known how
 *     long a draft takes
 * @param quietMin then after as long as a draft takes, but at least this
 * @param quietMax and at most this
 * @param maxWait an edit is painted at the latest after this long, however fast the typing
 * @param idle the first edit after this long without any is painted at once
 */
public record DebounceTiming(
    Duration quiet, Duration quietMin, Duration quietMax, Duration maxWait, Duration idle) {

  // Painting more often than drafts are made would only replace what waits.
  long quietNanos(long draftNanos) {
    return draftNanos == 0
        ? quiet.toNanos()
        : Math.min(Math.max(draftNanos, quietMin.toNanos()), quietMax.toNanos());
  }
}
