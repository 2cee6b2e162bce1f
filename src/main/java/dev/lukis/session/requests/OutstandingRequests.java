package dev.lukis.session.requests;

import dev.lukis.painting.PaintRequest;
import java.util.HashSet;
import java.util.Set;

/** Commits and the settle that are not answered yet. Not thread-safe. */
final class OutstandingRequests {
  private static final long NONE = Long.MAX_VALUE;

  // Mutable state
  private final Set<Long> commits = new HashSet<>();
  private long settle = NONE;

  /** A request was accepted. */
  void asked(PaintRequest request) {
    switch (request.plan()) {
      case COMMIT -> commits.add(request.sequence());
      case SETTLE -> settle = request.sequence();
      case DRAFT -> {}
    }
  }

  /**
   * A request was answered: its finished image has arrived, or will never arrive. A later request's
   * answer is the settle's too: it has taken the settle's place or its generation.
   */
  void answered(PaintRequest request) {
    commits.remove(request.sequence());
    if (request.sequence() >= settle) {
      settle = NONE;
    }
  }

  /** The settle was cancelled. */
  void settleForgotten() {
    settle = NONE;
  }

  /** All requests were cancelled. */
  void forgotten() {
    commits.clear();
    settleForgotten();
  }

  /** Whether a commit is outstanding. */
  boolean commits() {
    return !commits.isEmpty();
  }

  /** Whether nothing is outstanding. */
  boolean nothing() {
    return commits.isEmpty() && settle == NONE;
  }
}
