package dev.lukis.session;

import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a session's tasks on its executor, where nothing else catches what they throw: the client is
 * told, a defect is logged once, and the session goes on. Not thread-safe.
 */
final class TaskGuard {
  private static final Logger LOG = Logger.getLogger(TypingSession.class.getName());

  private final SessionOutput output;
  private final LongSupplier revision;

  // Mutable state
  private boolean logged;

  /**
   * @param revision the newest, which failures are told of
   */
  TaskGuard(SessionOutput output, LongSupplier revision) {
    this.output = output;
    this.revision = revision;
  }

  void run(Runnable task) {
    try {
      task.run();
    } catch (RefusedException refused) {
      output.failed(revision.getAsLong(), refused.code(), refused.answer());
    } catch (RuntimeException defect) {
      if (!logged) {
        logged = true;
        LOG.log(Level.SEVERE, "a session's task failed; the session goes on", defect);
      }
      output.failed(revision.getAsLong(), "internal-error", "an internal error; type on or retry");
    }
  }
}
