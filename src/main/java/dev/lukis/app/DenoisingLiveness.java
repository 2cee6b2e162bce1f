package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/**
 * Alive while the model is being loaded, and then while every denoising thread makes progress. Not
 * alive after a fatal error.
 */
@Liveness
@Singleton
class DenoisingLiveness implements HealthCheck {
  private final ModelStartup startup;
  private final FatalErrors fatalErrors;
  private final Duration hungAfter;

  @Inject
  DenoisingLiveness(ModelStartup startup, FatalErrors fatalErrors, LukisConfig config) {
    this.startup = startup;
    this.fatalErrors = fatalErrors;
    this.hungAfter = config.hungAfter();
  }

  @Override
  public HealthCheckResponse call() {
    boolean alive =
        !fatalErrors.occurred()
            && startup
                .painting()
                .map(painting -> painting.dispatcher().alive(hungAfter))
                .orElse(true);
    return HealthCheckResponse.named("denoising").status(alive).build();
  }
}
