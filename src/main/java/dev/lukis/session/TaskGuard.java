package dev.lukis.session;

import java.util.function.Consumer;

/**
 * Runs a session's tasks on its executor, where nothing catches what they throw. Stateless.
 *
 * @param failed receives the exception of a task; the session goes on
 */
record TaskGuard(Consumer<RuntimeException> failed) {
  void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      failed.accept(e);
    }
  }
}
