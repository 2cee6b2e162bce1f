package dev.lukis.web;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Alive as long as the denoising thread is. */
@Liveness
@Singleton
class DenoisingLiveness implements HealthCheck {
  private final Studio studio;

  @Inject
  DenoisingLiveness(Studio studio) {
    this.studio = studio;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("denoising").status(studio.dispatcher().alive()).build();
  }
}
