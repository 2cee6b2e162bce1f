package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as every denoising thread is and gets on, or is yet to come. */
@Liveness
@Singleton
class DenoisingLiveness implements HealthCheck {
  private final ModelStartup startup;
  private final Duration hungAfter;

  @Inject
  DenoisingLiveness(ModelStartup startup, LukisConfig config) {
    this.startup = startup;
    this.hungAfter = config.hungAfter();
  }

  @Override
  public HealthCheckResponse call() {
    boolean alive =
        startup.painting().map(painting -> painting.dispatcher().alive(hungAfter)).orElse(true);
    return HealthCheckResponse.named("denoising").status(alive).build();
  }
}
