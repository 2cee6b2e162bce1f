package dev.lukis.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;

/** Ready once the model is loaded and measured. */
@Startup
@Readiness
@Singleton
class ModelReadiness implements HealthCheck {
  private final ModelStartup startup;

  @Inject
  ModelReadiness(ModelStartup startup) {
    this.startup = startup;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("model").status(startup.painting().isPresent()).build();
  }
}
