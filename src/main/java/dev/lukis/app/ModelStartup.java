package dev.lukis.app;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Loads the model in the background, so that the page is served before a large model is ready. A
 * model that cannot be loaded ends the process: see {@link FatalErrors}. Thread-safe.
 */
@Singleton
public class ModelStartup {
  private static final int LAST = 5_000;

  private final Instance<PaintingService> services;
  private final FatalErrors fatalErrors;

  // Mutable state
  private volatile Optional<PaintingService> painting = Optional.empty();

  @Inject
  ModelStartup(Instance<PaintingService> services, FatalErrors fatalErrors) {
    this.services = services;
    this.fatalErrors = fatalErrors;
  }

  // After every check of the configuration: one that fails ends the start.
  void begin(@Observes @Priority(LAST) StartupEvent event) {
    // A thread that ends with an Error leaves work undone for good.
    Thread.setDefaultUncaughtExceptionHandler(fatalErrors::uncaught);
    Thread thread = new Thread(this::load, "lukis-model-startup");
    thread.setDaemon(true);
    thread.start();
  }

  // Errors too: a native library that cannot be loaded is one.
  private void load() {
    try {
      painting = Optional.of(services.get());
    } catch (Throwable e) {
      fatalErrors.accept(e);
    }
  }

  /** The painting service, once the model is loaded. */
  public Optional<PaintingService> painting() {
    return painting;
  }
}
