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
 * Ends the application without tearing pictures from people: it is no longer ready, lets nobody in,
 * settles what is typed until the deadline, and closes with 1001. Thread-safe.
 */
@Default // Which a qualifier such as the next would take away.
@Readiness
@Singleton
class GracefulShutdown implements HealthCheck {
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

  // At ShutdownEvent it is too late: the server is closed by then, and its connections with it.
  void ending(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    begin();
  }

  /** Blocks until everybody has gone, or the deadline has passed. */
  void begin() throws InterruptedException {
    if (begun) {
      return;
    }
    begun = true;
    if (startup.painting().isPresent() && !connections.get().drain(deadline)) {
      LOG.warning(
          "not everything was settled within %s (lukis.drain.deadline)".formatted(deadline));
    }
  }

  boolean begun() {
    return begun;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("open").status(!begun).build();
  }
}
