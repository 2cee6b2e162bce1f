package dev.lukis.config;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Authentication. */
public interface IdentityConfig {
  /**
   * Accepted API keys, each in plain text or as {@code sha256:} and its hash in hexadecimal digits.
   * If set, clients need a key or, with OpenID Connect, a token.
   */
  Optional<List<String>> apiKeys();

  /**
   * Whether clients need a bearer token of the OpenID Connect provider, which {@code
   * quarkus.oidc.*} configures. If API keys are set too, either is accepted.
   */
  @WithDefault("false")
  boolean oidc();
}
