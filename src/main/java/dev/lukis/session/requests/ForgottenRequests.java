package dev.lukis.session.requests;

import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.Plan;

/**
 * Requests that a session has cancelled, although their images may be on their way. Sequence
 * numbers decide, so that requests of the same instant are told apart. Not thread-safe.
 */
final class ForgottenRequests {
  // Mutable state
  private long everythingUpTo = Long.MIN_VALUE;
  private long uncommittedUpTo = Long.MIN_VALUE;

  /** Cancels all requests up to a sequence number. */
  void everything(long sequence) {
    everythingUpTo = sequence;
  }

  /** Cancels all requests up to a sequence number, except commits. */
  void uncommitted(long sequence) {
    uncommittedUpTo = sequence;
  }

  /** Whether a request was cancelled. */
  boolean covers(PaintRequest request) {
    long upTo =
        request.plan() == Plan.COMMIT ? everythingUpTo : Math.max(everythingUpTo, uncommittedUpTo);
    return request.sequence() <= upTo;
  }
}
