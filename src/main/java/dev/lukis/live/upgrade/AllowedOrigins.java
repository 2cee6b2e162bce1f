package dev.lukis.live.upgrade;

import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a browser's page may connect: a page of the requested host, or of a configured
 * origin. Hosts are compared without case, default port and trailing dot, and in their ASCII form.
 * Immutable.
 *
 * <p>{@code *} is not supported: any page that a person visits could then connect in that person's
 * name, also to a server in a private network.
 */
final class AllowedOrigins {
  private static final Pattern ORIGIN =
      Pattern.compile("(https?)://(\\[[0-9a-f:.]+]|[^\\s/:?#@\\[\\]]+)(?::(\\d{1,5}))?/?");
  private static final Pattern HOST =
      Pattern.compile("(\\[[0-9a-f:.]+]|[^\\s/:?#@\\[\\]]+)(?::(\\d{1,5}))?");

  private final List<Origin> allowed;

  private record Origin(String scheme, String host, int port) {}

  /**
   * @param allowed origins such as {@code https://example.org}
   * @throws IllegalArgumentException when one is no origin
   */
  AllowedOrigins(List<String> allowed) {
    this.allowed = allowed.stream().map(AllowedOrigins::configured).toList();
  }

  private static Origin configured(String origin) {
    return parsed(origin)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    origin + " (expected: an origin such as https://example.org)"));
  }

  /**
   * @param origin as the browser sent it
   * @param hosts that the request is for, each with or without port
   */
  boolean allows(String origin, List<String> hosts) {
    return parsed(origin)
        .filter(
            from -> allowed.contains(from) || hosts.stream().anyMatch(host -> sameHost(from, host)))
        .isPresent();
  }

  private static Optional<Origin> parsed(String origin) {
    Matcher matcher = ORIGIN.matcher(origin.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String scheme = matcher.group(1);
    return Optional.of(
        new Origin(scheme, normalized(matcher.group(2)), port(matcher.group(3), scheme)));
  }

  // The Host header has no scheme: without a port, it means the default port of the origin's.
  private static boolean sameHost(Origin origin, String host) {
    Matcher matcher = HOST.matcher(host.strip().toLowerCase(Locale.ROOT));
    return matcher.matches()
        && normalized(matcher.group(1)).equals(origin.host())
        && port(matcher.group(2), origin.scheme()) == origin.port();
  }

  private static int port(@Nullable String port, String scheme) {
    if (port != null) {
      return Integer.parseInt(port);
    }
    return scheme.equals("https") ? 443 : 80;
  }

  private static String normalized(String host) {
    String bare = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    try {
      return bare.startsWith("[") ? bare : IDN.toASCII(bare, IDN.ALLOW_UNASSIGNED);
    } catch (IllegalArgumentException e) {
      return bare;
    }
  }
}
