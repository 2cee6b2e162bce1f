package dev.lukis.live;

import dev.lukis.app.ModelStartup;
import dev.lukis.config.LukisConfig;
import dev.lukis.identity.ApiKeys;
import dev.lukis.telemetry.AdmissionMetrics;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before the upgrade and with the reason: while the model is not there or the application
 * ends, clients that do not speak the protocol, browsers from other origins than the page's own and
 * the allowed ones, whoever does not say who they are where that is asked for, and more than there
 * is room for. Without the check of origins any page that somebody visits could type in their name.
 */
@Singleton
class UpgradeGate {
  /** After authentication, before everything that answers. */
  private static final int ORDER = -10;

  private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";
  private static final String PROTOCOL = "lukis.v1";
  private static final String KEY_HEADER = "X-API-Key";
  private static final String REASON_HEADER = "Lukis-Refused";

  private final ModelStartup startup;
  private final GracefulShutdown drain;
  private final Instance<LiveConnections> connections;
  private final AdmissionMetrics metrics;
  private final List<String> allowedOrigins;
  private final ApiKeys keys;
  private final boolean oidc;
  private final long retryAfter;

  @Inject
  UpgradeGate(
      ModelStartup startup,
      GracefulShutdown drain,
      Instance<LiveConnections> connections,
      AdmissionMetrics metrics,
      LukisConfig config) {
    this.startup = startup;
    this.drain = drain;
    this.connections = connections;
    this.metrics = metrics;
    this.allowedOrigins = config.allowedOrigins().orElse(List.of());
    this.keys = new ApiKeys(config.identity().apiKeys().orElse(List.of()));
    this.oidc = config.identity().oidc();
    this.retryAfter = config.admission().retryAfter().toSeconds();
  }

  /**
   * Why somebody is not let in.
   *
   * @param reason for the metrics
   * @param retryAfter in seconds, 0 for not at all
   */
  private record Refusal(int status, String reason, String message, long retryAfter) {}

  void register(@Observes Router router) {
    router.get("/live").order(ORDER).handler(context -> answer(context, atTheSocket(context)));
    router.route("/share").order(ORDER).handler(context -> answer(context, unidentified(context)));
  }

  private void answer(RoutingContext context, Optional<Refusal> refusal) {
    if (refusal.isEmpty()) {
      context.next();
      return;
    }
    Refusal refused = refusal.get();
    if (!onlyAsksWhy(context)) {
      metrics.refused(refused.reason());
    }
    HttpServerResponse response = context.response().setStatusCode(refused.status());
    response.putHeader(REASON_HEADER, refused.reason());
    if (refused.retryAfter() > 0) {
      response.putHeader(HttpHeaders.RETRY_AFTER, String.valueOf(refused.retryAfter()));
    }
    if (refused.status() == 401) {
      response.putHeader("WWW-Authenticate", challenges());
    }
    response.putHeader("Content-Type", "text/plain; charset=utf-8").end(refused.message());
  }

  /**
   * A browser that was refused: it is not shown the answer to its upgrade, and asks without one.
   */
  private static boolean onlyAsksWhy(RoutingContext context) {
    return context.request().method() == HttpMethod.GET
        && !context.request().headers().contains(HttpHeaders.UPGRADE);
  }

  private String challenges() {
    if (!oidc) {
      return "ApiKey";
    }
    return keys.none() ? "Bearer" : "Bearer, ApiKey";
  }

  private Optional<Refusal> atTheSocket(RoutingContext context) {
    MultiMap headers = context.request().headers();
    if (startup.painting().isEmpty()) {
      return refusal(503, "opening", "The model is being loaded.", 1);
    }
    if (drain.begun()) {
      return refusal(503, "draining", "The server is shutting down.", retryAfter);
    }
    if (!speaksProtocol(headers.get(PROTOCOL_HEADER))) {
      return refusal(400, "protocol", "Sec-WebSocket-Protocol: lukis.v1 is missing.", 0);
    }
    if (!welcomeOrigin(headers)) {
      return refusal(403, "origin", "Origin: not allowed (see lukis.allowed-origins).", 0);
    }
    return unidentified(context).or(() -> noRoom(context));
  }

  private static Optional<Refusal> refusal(int status, String reason, String message, long after) {
    return Optional.of(new Refusal(status, reason, message, after));
  }

  private Optional<Refusal> unidentified(RoutingContext context) {
    boolean nobodyAsks = keys.none() && !oidc;
    if (nobodyAsks || keys.has(context.request().getHeader(KEY_HEADER)) || identified(context)) {
      return Optional.empty();
    }
    return refusal(401, "identity", expected(), 0);
  }

  private String expected() {
    if (!oidc) {
      return "X-API-Key: missing or unknown (expected: a key of this server).";
    }
    return keys.none()
        ? "Authorization: missing (expected: a bearer token)."
        : "X-API-Key or Authorization: missing or unknown (expected: a key or a bearer token).";
  }

  private boolean identified(RoutingContext context) {
    return oidc
        && context.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous();
  }

  private Optional<Refusal> noRoom(RoutingContext context) {
    if (!connections.get().queue().open()) {
      return refusal(503, "full", "The server is full.", retryAfter);
    }
    if (!connections.get().addresses().admits(ConnectionTransport.address(context.request()))) {
      return refusal(429, "address", "Too many connections from your address.", retryAfter);
    }
    return Optional.empty();
  }

  private static boolean speaksProtocol(@Nullable String offered) {
    return offered == null
        || Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
  }

  private boolean welcomeOrigin(MultiMap headers) {
    String origin = headers.get(HttpHeaders.ORIGIN);
    return origin == null
        || allowedOrigins.contains(origin)
        || sameHost(origin, headers.get(HttpHeaders.HOST));
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
