package dev.lukis.web;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets in, once the model is there, browsers that come from the page's own or an allowed origin,
 * and clients that speak the protocol. Without it any page that somebody visits could type in their
 * name.
 */
@Singleton
class UpgradeCheck implements HttpUpgradeCheck {
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int UNAVAILABLE = 503;
  private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";
  private static final String PROTOCOL = "lukis.v1";

  private final Opening opening;
  private final List<String> allowedOrigins;

  @Inject
  UpgradeCheck(Opening opening, LukisConfig config) {
    this.opening = opening;
    this.allowedOrigins = config.allowedOrigins().orElse(List.of());
  }

  @Override
  public Uni<CheckResult> perform(HttpUpgradeContext context) {
    if (opening.studio().isEmpty()) {
      return CheckResult.rejectUpgrade(UNAVAILABLE, Map.of("Retry-After", List.of("1")));
    }
    Transport.remember(context);
    MultiMap headers = context.httpRequest().headers();
    if (!speaksProtocol(headers.get(PROTOCOL_HEADER))) {
      return CheckResult.rejectUpgrade(BAD_REQUEST);
    }
    String origin = headers.get(HttpHeaders.ORIGIN);
    boolean welcome =
        origin == null
            || allowedOrigins.contains(origin)
            || sameHost(origin, headers.get(HttpHeaders.HOST));
    return welcome ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(FORBIDDEN);
  }

  private static boolean speaksProtocol(@Nullable String offered) {
    return offered == null
        || Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    try {
      return host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
