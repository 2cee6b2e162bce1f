package dev.lukis.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Opens the {@link PaintingService} in the background, so that the page is there before a large
 * model is. A model that cannot be opened ends the application with one line. Thread-safe.
 */
@Startup
@Singleton
public class ModelStartup {
  private static final Logger LOG = Logger.getLogger(ModelStartup.class.getName());
  private static final int FAILED = 1;

  private final Instance<PaintingService> services;

  // Mutable state
  private volatile Optional<PaintingService> painting = Optional.empty();

  @Inject
  ModelStartup(Instance<PaintingService> services) {
    this.services = services;
  }

  @PostConstruct
  void begin() {
    Thread thread = new Thread(this::open, "lukis-opening");
    thread.setDaemon(true);
    thread.start();
  }

  private void open() {
    try {
      painting = Optional.of(services.get());
    } catch (RuntimeException e) {
      report(e);
      Quarkus.asyncExit(FAILED);
    }
  }

  private static void report(RuntimeException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigurationException) {
        LOG.severe(cause.getMessage());
        return;
      }
    }
    LOG.log(Level.SEVERE, "the model could not be opened", e);
  }

  /** The painting service, once it is open. */
  public Optional<PaintingService> painting() {
    return painting;
  }
}
