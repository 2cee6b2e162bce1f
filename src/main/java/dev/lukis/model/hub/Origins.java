package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Decides by the origin of an address (scheme, host and port) whether the token may be sent there,
 * and whether a redirect to it is followed. Immutable.
 */
record Origins(URI endpoint) {
  private static final Set<String> HUB = Set.of("huggingface.co", "hf.co");
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  /** Only the configured server gets the token. */
  boolean mayHaveToken(URI address) {
    return sameOrigin(address, endpoint);
  }

  /** Whether an address answers as the Hub does, with a file's hash and size. */
  boolean isHub(URI address, URI from) {
    return sameOrigin(address, from)
        || sameOrigin(address, endpoint)
        || ("https".equals(address.getScheme()) && HUB.contains(host(address)));
  }

  /**
   * The address that a redirect leads to.
   *
   * @throws ModelException when it leaves HTTP or encryption
   */
  URI target(URI from, String location) {
    URI target;
    try {
      target = from.resolve(URI.create(location));
    } catch (IllegalArgumentException e) {
      throw new ModelException(
          host(from) + ": redirects to no valid address (expected: https://...)", e);
    }
    boolean web = "https".equals(target.getScheme()) || "http".equals(target.getScheme());
    boolean encrypted = "https".equals(target.getScheme()) || "http".equals(from.getScheme());
    if (!web || !encrypted || target.getHost() == null || target.getRawUserInfo() != null) {
      throw new ModelException(
          host(from)
              + ": redirects to "
              + target.getScheme()
              + "://"
              + target.getHost()
              + " (expected: https, without a user name)");
    }
    return target;
  }

  private static boolean sameOrigin(URI one, URI other) {
    return String.valueOf(one.getScheme()).equalsIgnoreCase(other.getScheme())
        && host(one).equals(host(other))
        && port(one) == port(other);
  }

  private static String host(URI address) {
    return String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
  }

  private static int port(URI address) {
    if (address.getPort() != -1) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
  }
}
