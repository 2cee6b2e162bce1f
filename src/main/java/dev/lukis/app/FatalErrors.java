package dev.lukis.app;

import dev.lukis.model.files.ModelException;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the process, with exit code 1, after a failure that it cannot go on from: an Error in a
 * background thread, or a model that cannot be loaded. What an operator can mend is logged as one
 * line, anything else with its stack trace. Thread-safe.
 */
@Singleton
class FatalErrors implements Consumer<Throwable> {
  private static final Logger LOG = Logger.getLogger(FatalErrors.class.getName());
  private static final int EXIT_CODE = 1;

  private final Runnable exit;

  // Mutable state
  private volatile boolean occurred;

  FatalErrors() {
    this(() -> Quarkus.asyncExit(EXIT_CODE));
  }

  FatalErrors(Runnable exit) {
    this.exit = exit;
  }

  @Override
  public void accept(Throwable failure) {
    occurred = true;
    try {
      report(failure);
    } finally {
      exit.run();
    }
  }

  /** For threads that end with a throwable: an Error ends the process; the rest is logged. */
  void uncaught(Thread thread, Throwable failure) {
    if (failure instanceof Error) {
      accept(failure);
    } else {
      LOG.log(Level.SEVERE, "thread " + thread.getName() + " has ended", failure);
    }
  }

  /** Whether there was one, so that the process is no longer alive. */
  public boolean occurred() {
    return occurred;
  }

  private static void report(Throwable failure) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes) {
      if (cause instanceof ConfigurationException || cause instanceof ModelException) {
        LOG.severe(cause.getMessage());
        return;
      }
    }
    Throwable root = causes.get(causes.size() - 1);
    if (root instanceof LinkageError) {
      LOG.severe("a native library or class cannot be loaded: " + root + temporaryFolder(root));
    } else if (failure instanceof Error) {
      LOG.severe("the process ends after an error: " + root);
    } else {
      LOG.log(Level.SEVERE, "the model cannot be loaded", failure);
    }
  }

  private static String temporaryFolder(Throwable root) {
    return root instanceof UnsatisfiedLinkError
        ? " (java.io.tmpdir: "
            + System.getProperty("java.io.tmpdir")
            + ", expected: a folder with 100 MB free that is not mounted noexec)"
        : "";
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable each = failure; each != null && !causes.contains(each); each = each.getCause()) {
      causes.add(each);
    }
    return causes;
  }
}
