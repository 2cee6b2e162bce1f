package dev.lukis.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the model is loaded and measured. Until then, {@code state} says what is going on. */
@Readiness
@Singleton
class ModelReadiness implements HealthCheck {
  private final ModelStartup startup;
  private final ModelFetching fetching;

  @Inject
  ModelReadiness(ModelStartup startup, ModelFetching fetching) {
    this.startup = startup;
    this.fetching = fetching;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("model");
    if (startup.painting().isPresent()) {
      return response.up().build();
    }
    String state =
        fetching.percent().stream()
            .mapToObj(percent -> "fetching, " + percent + " %")
            .findFirst()
            .orElse("loading");
    return response.down().withData("state", state).build();
  }
}
