package dev.lukis.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the denoising thread is, or is yet to come. */
@Liveness
@Singleton
class DenoisingLiveness implements HealthCheck {
  private final Opening opening;

  @Inject
  DenoisingLiveness(Opening opening) {
    this.opening = opening;
  }

  @Override
  public HealthCheckResponse call() {
    boolean alive = opening.studio().map(studio -> studio.dispatcher().alive()).orElse(true);
    return HealthCheckResponse.named("denoising").status(alive).build();
  }
}
