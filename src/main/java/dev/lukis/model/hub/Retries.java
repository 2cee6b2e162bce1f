package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Repeats a request that failed for a reason that may pass: the network, or a server that is busy.
 * Waits 1, 2, 4, 8 and 8 seconds, or as long as the server asks, up to a minute. Thread-safe.
 */
final class Retries {
  /** Waits; another one in tests. */
  interface Pause {
    void sleep(Duration duration) throws InterruptedException;
  }

  /** One attempt. */
  interface Attempt<T> {
    T run() throws IOException;
  }

  static final int MOST = 5;
  private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);
  private static final int LONGEST_STEP = 3;
  private static final long LONGEST_WAIT = 60;

  private final Pause pause;
  private final FetchListener listener;

  Retries(Pause pause, FetchListener listener) {
    this.pause = pause;
    this.listener = listener;
  }

  /** A failure that may pass. */
  static final class PassingException extends IOException {
    private static final long serialVersionUID = 1L;
    private final long wait;

    PassingException(String message, Optional<String> retryAfter) {
      super(message);
      this.wait =
          retryAfter
              .filter(seconds -> seconds.matches("[0-9]{1,9}"))
              .map(seconds -> Math.min(Long.parseLong(seconds), LONGEST_WAIT))
              .orElse(-1L);
    }
  }

  /**
   * @throws PassingException when the status is one that may pass
   */
  static void requireLasting(HubAnswer answer) throws PassingException {
    if (PASSING.contains(answer.status())) {
      answer.close();
      throw new PassingException(
          answer.address().getHost() + ": status " + answer.status(), answer.header("Retry-After"));
    }
  }

  /**
   * @throws ModelException when the last attempt failed too
   */
  <T> T run(String what, Attempt<T> attempt) {
    for (int failures = 0; ; failures++) {
      try {
        return attempt.run();
      } catch (IOException e) {
        waitAfter(failures, what, e);
      }
    }
  }

  /**
   * Waits before the next attempt.
   *
   * @param failures before this one
   * @throws ModelException when there were too many
   */
  void waitAfter(int failures, String what, IOException failure) {
    if (failures >= MOST) {
      throw HubFailures.network(what, failure);
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures, LONGEST_STEP));
    if (failure instanceof PassingException passing && passing.wait >= 0) {
      wait = Duration.ofSeconds(passing.wait);
    }
    listener.message(
        HubFailures.network(what, failure).getMessage()
            + "; next attempt in "
            + wait.toSeconds()
            + " s");
    try {
      pause.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ModelException(what + ": interrupted (expected: time to fetch it)", e);
    }
  }
}
