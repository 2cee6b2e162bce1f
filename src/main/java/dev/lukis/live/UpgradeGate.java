package dev.lukis.live;

import dev.lukis.app.ModelFetching;
import dev.lukis.app.ModelStartup;
import dev.lukis.config.IdentityConfig;
import dev.lukis.config.LukisConfig;
import dev.lukis.telemetry.AdmissionMetrics;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

  private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";
  private static final String PROTOCOL = "lukis.v1";
  private static final String REASON_HEADER = "Lukis-Refused";
  private static final String FETCHED_HEADER = "Lukis-Fetched";
  private static final String ORIGIN_HEADER = "Lukis-Origin";

  private final ModelStartup startup;
  private final ModelFetching fetching;
  private final GracefulShutdown shutdown;
  private final Instance<LiveConnections> connections;
  private final AdmissionMetrics metrics;
  private final AllowedOrigins origins;
  private final boolean keys;
  private final boolean oidc;
  private final long retryAfter;
  private final RefusalLog log = new RefusalLog(LOG::warning);

  @Inject
  UpgradeGate(
      ModelStartup startup,
      ModelFetching fetching,
      GracefulShutdown shutdown,
      Instance<LiveConnections> connections,
      AdmissionMetrics metrics,
      LukisConfig config) {
    this.startup = startup;
    this.fetching = fetching;
    this.shutdown = shutdown;
    this.connections = connections;
    this.metrics = metrics;
    this.origins = origins(config);
    IdentityConfig identity = config.identity();
    this.keys = !identity.apiKeys().orElse(List.of()).isEmpty();
    this.oidc = identity.oidc();
    this.retryAfter = config.admission().retryAfter().toSeconds();
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
        .handler(context -> answer(context, liveRefusal(context)));
    router
        .route("/share")
        .order(ORDER)
        .handler(context -> answer(context, identityRefusal(context)));
  }

  private void answer(RoutingContext context, Optional<UpgradeRefusal> refusal) {
    if (refusal.isEmpty()) {
      context.next();
      return;
    }
    UpgradeRefusal refused = refusal.get();
    report(context.request(), refused);
    HttpServerResponse response = context.response().setStatusCode(refused.status());
    response.putHeader(REASON_HEADER, refused.reason());
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    long seconds = refused.retryAfter(retryAfter);
    if (seconds > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    }
    if (refused == UpgradeRefusal.IDENTITY) {
      response.putHeader("WWW-Authenticate", challenges());
    }
    if (refused == UpgradeRefusal.OPENING) {
      fetching
          .percent()
          .ifPresent(percent -> response.putHeader(FETCHED_HEADER, String.valueOf(percent)));
    }
    if (refused == UpgradeRefusal.UPGRADE) {
      response.putHeader(HttpHeaders.UPGRADE, "websocket");
    }
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(refused == UpgradeRefusal.IDENTITY ? expectedIdentity() : refused.message());
  }

  // The question after a refusal is not a second refusal.
  private void report(HttpServerRequest request, UpgradeRefusal refused) {
    if (!isQuestion(request)) {
      metrics.refused(refused.reason());
    }
    if (!isQuestion(request) || refused == UpgradeRefusal.UPGRADE) {
      log.refused(refused, details(request, refused), System.nanoTime());
    }
  }

  private static String details(HttpServerRequest request, UpgradeRefusal refused) {
    return switch (refused) {
      case ORIGIN ->
          "Origin: "
              + RefusalLog.printable(String.valueOf(origin(request)))
              + ", Host: "
              + RefusalLog.printable(String.join(" or ", hosts(request)));
      case PROTOCOL ->
          "Offered: " + RefusalLog.printable(String.valueOf(request.getHeader(PROTOCOL_HEADER)));
      case ADDRESS, IDENTITY -> "Address: " + ConnectionTransport.address(request);
      default -> "";
    };
  }

  /** Whether it is a question of the page: a plain request instead of an upgrade. */
  private static boolean isQuestion(HttpServerRequest request) {
    return (request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD)
        && !request.headers().contains(HttpHeaders.UPGRADE);
  }

  private String challenges() {
    if (!oidc) {
      return "ApiKey";
    }
    return keys ? "Bearer, ApiKey" : "Bearer";
  }

  private String expectedIdentity() {
    if (!oidc) {
      return "X-API-Key: missing or unknown (expected: a key of this server).";
    }
    return keys
        ? UpgradeRefusal.IDENTITY.message()
        : "Authorization: missing (expected: a bearer token).";
  }

  private Optional<UpgradeRefusal> liveRefusal(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (startup.painting().isEmpty()) {
      return Optional.of(UpgradeRefusal.OPENING);
    }
    if (shutdown.begun()) {
      return Optional.of(UpgradeRefusal.DRAINING);
    }
    if (!speaksProtocol(request.getHeader(PROTOCOL_HEADER))) {
      return Optional.of(UpgradeRefusal.PROTOCOL);
    }
    String origin = origin(request);
    if (origin != null && !origins.allows(origin, hosts(request))) {
      return Optional.of(UpgradeRefusal.ORIGIN);
    }
    return identityRefusal(context).or(() -> capacityRefusal(request));
  }

  private Optional<UpgradeRefusal> identityRefusal(RoutingContext context) {
    boolean required = keys || oidc;
    return required && !isIdentified(context)
        ? Optional.of(UpgradeRefusal.IDENTITY)
        : Optional.empty();
  }

  private static boolean isIdentified(RoutingContext context) {
    return context.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous();
  }

  private Optional<UpgradeRefusal> capacityRefusal(HttpServerRequest request) {
    if (!connections.get().queue().open()) {
      return Optional.of(UpgradeRefusal.FULL);
    }
    if (!connections.get().addresses().admits(ConnectionTransport.address(request))) {
      return Optional.of(UpgradeRefusal.ADDRESS);
    }
    return isQuestion(request) ? Optional.of(UpgradeRefusal.UPGRADE) : Optional.empty();
  }

  private static boolean speaksProtocol(@Nullable String offered) {
    return offered == null
        || Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
  }

  private static @Nullable String origin(HttpServerRequest request) {
    MultiMap headers = request.headers();
    String origin = headers.get(HttpHeaders.ORIGIN);
    return origin == null && isQuestion(request) ? headers.get(ORIGIN_HEADER) : origin;
  }

  /** The Host header, and what a trusted proxy says that it was. */
  private static List<String> hosts(HttpServerRequest request) {
    String forwarded = request.authority() == null ? null : request.authority().toString();
    return Stream.of(request.getHeader(HttpHeaders.HOST), forwarded)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
