package dev.lukis.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/**
 * Started once the model is loaded, and also while it is being fetched: a download may take longer
 * than an orchestrator waits for a start, and would be killed.
 */
@Startup
@Singleton
class ModelStarted implements HealthCheck {
  private final ModelStartup startup;
  private final ModelFetching fetching;

  @Inject
  ModelStarted(ModelStartup startup, ModelFetching fetching) {
    this.startup = startup;
    this.fetching = fetching;
  }

  @Override
  public HealthCheckResponse call() {
    boolean started = startup.painting().isPresent() || fetching.percent().isPresent();
    return HealthCheckResponse.named("model").status(started).build();
  }
}
