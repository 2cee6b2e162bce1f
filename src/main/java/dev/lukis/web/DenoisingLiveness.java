package dev.lukis.web;

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
  private final Opening opening;
  private final Duration hungAfter;

  @Inject
  DenoisingLiveness(Opening opening, LukisConfig config) {
    this.opening = opening;
    this.hungAfter = config.hungAfter();
  }

  @Override
  public HealthCheckResponse call() {
    boolean alive =
        opening.studio().map(studio -> studio.dispatcher().alive(hungAfter)).orElse(true);
    return HealthCheckResponse.named("denoising").status(alive).build();
  }
}
