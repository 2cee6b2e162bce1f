package dev.lukis.live.upgrade;

import dev.lukis.app.ModelStartup;
import dev.lukis.config.IdentityConfig;
import dev.lukis.config.LukisConfig;
import dev.lukis.live.ConnectionTransport;
import dev.lukis.live.GracefulShutdown;
import dev.lukis.live.LiveConnections;
import dev.lukis.telemetry.AdmissionMetrics;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Refuses clients before the upgrade, for the reasons that {@link UpgradeRefusal} lists. A browser
 * does not show its page the answer to a refused upgrade. So the page asks again with a plain GET,
 * and names its origin in {@code Lukis-Origin}, since such a request has no {@code Origin}. Without
 * the check of origins, any page that a person visits could connect in that person's name.
 */
@Singleton
class UpgradeGate {
  private static final Logger LOG = Logger.getLogger(UpgradeGate.class.getName());

  /** After authentication, before every handler that answers. */
  private static final int ORDER = -10;

  private final ModelStartup startup;
  private final GracefulShutdown shutdown;
  private final Instance<LiveConnections> connections;
  private final AdmissionMetrics metrics;
  private final AllowedOrigins origins;
  private final RefusalAnswer answer;
  private final RefusalLog log = new RefusalLog(LOG::warning);

  @Inject
  UpgradeGate(
      ModelStartup startup,
      GracefulShutdown shutdown,
      Instance<LiveConnections> connections,
      AdmissionMetrics metrics,
      LukisConfig config) {
    this.startup = startup;
    this.shutdown = shutdown;
    this.connections = connections;
    this.metrics = metrics;
    this.origins = origins(config);
    IdentityConfig identity = config.identity();
    this.answer =
        new RefusalAnswer(
            !identity.apiKeys().orElse(List.of()).isEmpty(),
            identity.oidc(),
            config.admission().retryAfter().toSeconds());
  }

  private static AllowedOrigins origins(LukisConfig config) {
    try {
      return new AllowedOrigins(config.allowedOrigins().orElse(List.of()));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("lukis.allowed-origins: " + e.getMessage());
    }
  }

  void register(@Observes Router router) {
    router
        .route("/live")
        .method(HttpMethod.GET)
        .method(HttpMethod.HEAD)
        .order(ORDER)
        .handler(context -> answer(context, liveRefusal(new UpgradeRequest(context))));
    router
        .route("/share")
        .order(ORDER)
        .handler(context -> answer(context, identityRefusal(new UpgradeRequest(context))));
  }

  private void answer(RoutingContext context, Optional<UpgradeRefusal> refusal) {
    if (refusal.isEmpty()) {
      context.next();
      return;
    }
    report(new UpgradeRequest(context), refusal.get());
    answer.send(context.response(), refusal.get());
  }

  // The question after a refusal is not a second refusal.
  private void report(UpgradeRequest request, UpgradeRefusal refused) {
    if (!request.isQuestion()) {
      metrics.refused(refused.reason());
    }
    if (!request.isQuestion() || refused == UpgradeRefusal.UPGRADE) {
      log.refused(refused, details(request, refused), System.nanoTime());
    }
  }

  private static String details(UpgradeRequest request, UpgradeRefusal refused) {
    return switch (refused) {
      case ORIGIN ->
          "Origin: "
              + RefusalLog.printable(String.valueOf(request.origin()))
              + ", Host: "
              + RefusalLog.printable(String.join(" or ", request.hosts()));
      case PROTOCOL -> "Offered: " + RefusalLog.printable(String.valueOf(request.offered()));
      case ADDRESS, IDENTITY -> "Address: " + ConnectionTransport.address(request.http());
      default -> "";
    };
  }

  private Optional<UpgradeRefusal> liveRefusal(UpgradeRequest request) {
    if (startup.painting().isEmpty()) {
      return Optional.of(UpgradeRefusal.OPENING);
    }
    if (shutdown.begun()) {
      return Optional.of(UpgradeRefusal.DRAINING);
    }
    if (!request.speaksProtocol()) {
      return Optional.of(UpgradeRefusal.PROTOCOL);
    }
    String origin = request.origin();
    if (origin != null && !origins.allows(origin, request.hosts())) {
      return Optional.of(UpgradeRefusal.ORIGIN);
    }
    return identityRefusal(request).or(() -> capacityRefusal(request));
  }

  private Optional<UpgradeRefusal> identityRefusal(UpgradeRequest request) {
    boolean required = answer.keys() || answer.oidc();
    return required && !request.isIdentified()
        ? Optional.of(UpgradeRefusal.IDENTITY)
        : Optional.empty();
  }

  private Optional<UpgradeRefusal> capacityRefusal(UpgradeRequest request) {
    if (!connections.get().hasRoom()) {
      return Optional.of(UpgradeRefusal.FULL);
    }
    if (!connections.get().hasRoomFor(ConnectionTransport.address(request.http()))) {
      return Optional.of(UpgradeRefusal.ADDRESS);
    }
    return request.isQuestion() ? Optional.of(UpgradeRefusal.UPGRADE) : Optional.empty();
  }
}
