package dev.lukis.live;

import dev.lukis.app.ModelStartup;
import dev.lukis.config.LukisConfig;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.logging.Logger;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shuts the application down without losing images: readiness turns false, no client is admitted,
 * typed texts are settled until the deadline, and connections are closed with 1001. Thread-safe.
 */
@Default // A qualifier such as @Readiness would otherwise replace it.
@Readiness
@Singleton
public class GracefulShutdown implements HealthCheck {
  private static final Logger LOG = Logger.getLogger(GracefulShutdown.class.getName());

  private final ModelStartup startup;
  private final Instance<LiveConnections> connections;
  private final Duration deadline;

  // Mutable state
  private volatile boolean begun;

  @Inject
  GracefulShutdown(
      ModelStartup startup, Instance<LiveConnections> connections, LukisConfig config) {
    this.startup = startup;
    this.connections = connections;
    this.deadline = config.drain().deadline();
  }

  // ShutdownEvent is too late: the server has closed its connections by then.
  void ending(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    begin();
  }

  /** Blocks until all connections have ended, or the deadline has passed. */
  void begin() throws InterruptedException {
    if (begun) {
      return;
    }
    begun = true;
    if (startup.painting().isPresent() && !connections.get().drain(deadline)) {
      LOG.warning("some sessions were not settled within " + deadline + " (lukis.drain.deadline)");
    }
  }

  /** Whether clients are refused from now on. */
  public boolean begun() {
    return begun;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("open").status(!begun).build();
  }
}
