package dev.lukis.session;

import dev.lukis.dispatch.GenerationRequest;

/** Which of the asked for images have yet to come. Not thread-safe. */
final class OutstandingRequests {
  // Mutable state
  private int commits;
  private long settle = Long.MIN_VALUE;

  void asked(GenerationRequest request) {
    switch (request.plan()) {
      case COMMIT -> commits++;
      case SETTLE -> settle = request.revision();
      case DRAFT -> {}
    }
  }

  /** The image of a request is there, or will not come. */
  void answered(GenerationRequest request) {
    switch (request.plan()) {
      case COMMIT -> commits--;
      case SETTLE -> settle = request.revision() >= settle ? Long.MIN_VALUE : settle;
      case DRAFT -> {}
    }
  }

  /** What was to be settled has changed. */
  void settleForgotten() {
    settle = Long.MIN_VALUE;
  }

  void forgotten() {
    commits = 0;
    settleForgotten();
  }

  boolean commits() {
    return commits > 0;
  }

  boolean nothing() {
    return commits == 0 && settle == Long.MIN_VALUE;
  }
}
