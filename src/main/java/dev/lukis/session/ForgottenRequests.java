package dev.lukis.session;

import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;

/**
 * Which requests a session no longer wants answered, although answers may be on their way. Times in
 * nanoseconds. Not thread-safe.
 */
final class ForgottenRequests {
  // Mutable state
  private long everythingBefore = Long.MIN_VALUE;
  private long uncommittedBefore = Long.MIN_VALUE;

  /** Whatever was asked for before now is forgotten. */
  void everything(long now) {
    everythingBefore = now;
  }

  /** Whatever was asked for before now is forgotten, except commits: theirs are promised. */
  void uncommitted(long now) {
    uncommittedBefore = now;
  }

  boolean covers(GenerationRequest request) {
    long before =
        request.plan() == Plan.COMMIT
            ? everythingBefore
            : Math.max(everythingBefore, uncommittedBefore);
    return request.receivedAtNanos() < before;
  }
}
