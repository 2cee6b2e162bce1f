package dev.lukis.identity;

import dev.lukis.config.LukisConfig;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates requests by API key, for permissions and policies of Quarkus as for any other
 * identity. A key is sent as {@code X-API-Key}, or as {@code Authorization: ApiKey ...} or {@code
 * Bearer ...}. A request without a known key is left to other mechanisms, such as OpenID Connect.
 * Thread-safe.
 */
@Startup // So that a key that is none ends the start, and not the first request.
@Singleton
public class ApiKeyMechanism implements HttpAuthenticationMechanism {
  /** Role of every identity that an API key gives. */
  public static final String ROLE = "api-key";

  private static final String KEY_HEADER = "X-API-Key";
  private static final Set<String> SCHEMES = Set.of("apikey", "bearer");

  private final ApiKeys keys;

  @Inject
  ApiKeyMechanism(LukisConfig config) {
    try {
      this.keys = new ApiKeys(config.identity().apiKeys().orElse(List.of()));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException("lukis.identity.api-keys: " + e.getMessage());
    }
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    HttpServerRequest request = context.request();
    String key = request.getHeader(KEY_HEADER);
    String credentials = credentials(request.getHeader("Authorization"));
    if (keys.has(key)) {
      return Uni.createFrom().item(identity());
    }
    return keys.has(credentials) ? Uni.createFrom().item(identity()) : Uni.createFrom().nullItem();
  }

  private static @Nullable String credentials(@Nullable String authorization) {
    int space = authorization == null ? -1 : authorization.indexOf(' ');
    if (authorization == null || space < 0) {
      return null;
    }
    String scheme = authorization.substring(0, space).toLowerCase(Locale.ROOT);
    return SCHEMES.contains(scheme) ? authorization.substring(space + 1).strip() : null;
  }

  private static SecurityIdentity identity() {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(ROLE))
        .addRole(ROLE)
        .build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return keys.none()
        ? Uni.createFrom().nullItem()
        : Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "ApiKey"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, KEY_HEADER));
  }

  // Before OpenID Connect, which refuses bearer tokens that are no JWT. Its priority is above the
  // default too, and mechanisms of equal priority have no order.
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1_000;
  }
}
