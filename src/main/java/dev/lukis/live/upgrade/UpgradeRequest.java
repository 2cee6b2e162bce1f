package dev.lukis.live.upgrade;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request to connect, or the page's question why an upgrade was refused: a plain request that
 * names the page's origin in {@code Lukis-Origin}.
 */
record UpgradeRequest(RoutingContext context) {
  private static final String PROTOCOL_HEADER = "Sec-WebSocket-Protocol";
  private static final String PROTOCOL = "lukis.v1";
  private static final String ORIGIN_HEADER = "Lukis-Origin";

  HttpServerRequest http() {
    return context.request();
  }

  /** Whether it is a question of the page: a plain request instead of an upgrade. */
  boolean isQuestion() {
    return (http().method() == HttpMethod.GET || http().method() == HttpMethod.HEAD)
        && !http().headers().contains(HttpHeaders.UPGRADE);
  }

  boolean isIdentified() {
    return context.user() instanceof QuarkusHttpUser user
        && !user.getSecurityIdentity().isAnonymous();
  }

  /** The offered subprotocols, as sent. */
  @Nullable String offered() {
    return http().getHeader(PROTOCOL_HEADER);
  }

  /** Whether the subprotocol is offered; a client without any subprotocol may connect too. */
  boolean speaksProtocol() {
    String offered = offered();
    return offered == null
        || Arrays.stream(offered.split(",", -1)).map(String::strip).anyMatch(PROTOCOL::equals);
  }

  /** The origin of the page, or null for a program. */
  @Nullable String origin() {
    MultiMap headers = http().headers();
    String origin = headers.get(HttpHeaders.ORIGIN);
    return origin == null && isQuestion() ? headers.get(ORIGIN_HEADER) : origin;
  }

  /** The Host header, and the host that a trusted proxy says it was. */
  List<String> hosts() {
    String forwarded = http().authority() == null ? null : http().authority().toString();
    return Stream.of(http().getHeader(HttpHeaders.HOST), forwarded)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
