package dev.lukis.config;

import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who has to say who they are. */
public interface IdentityConfig {
  /**
   * Keys of which one has to be shown, each in plain or as {@code sha256:} and its hash in
   * hexadecimal digits.
   */
  Optional<List<String>> apiKeys();

  /**
   * Whether a bearer token of the OpenID Connect provider has to be shown; which one, {@code
   * quarkus.oidc.*} says. With keys, either will do.
   */
  @WithDefault("false")
  boolean oidc();
}
