package dev.lukis.http;

import dev.lukis.config.LukisConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * URLs at which other machines reach the application: below the configured base URL, else below the
 * URL of the request, which includes the root path and what a trusted reverse proxy says. If the
 * request was for this machine itself, its address in the network takes the place of {@code
 * localhost}. Thread-safe.
 */
@Singleton
class PublicAddress {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?:.*\\.)?localhost\\.?|127(?:\\.\\d+){3}|\\[::1]|0\\.0\\.0\\.0|\\[::]");
  private static final Pattern URL =
      Pattern.compile("(https?://)(\\[[^\\]]+]|[^:/?#]*)((?::\\d+)?)([^?#]*).*", Pattern.DOTALL);

  private final Optional<String> configured;
  private final boolean bound;
  private final Supplier<Optional<String>> network;

  @Inject
  PublicAddress(LukisConfig config, @ConfigProperty(name = "quarkus.http.host") String host) {
    this(config.share().baseUrl(), host, NetworkAddress::find);
  }

  /**
   * @param host that the server listens at
   * @param network finds the address of this machine
   */
  PublicAddress(Optional<String> configured, String host, Supplier<Optional<String>> network) {
    this.configured = configured.map(PublicAddress::withoutSlash);
    this.bound = isLoopback(host) && !host.equals("0.0.0.0") && !host.equals("::");
    this.network = network;
  }

  /**
   * A public URL.
   *
   * @param reachable false if only this machine can reach it
   */
  record Link(String url, boolean reachable) {}

  /**
   * @param route path of the request below the root path, such as {@code /share}
   * @param path that the URL is for, such as {@code /i/token}
   */
  Link of(HttpServerRequest request, String route, String path) {
    return of(request.absoluteURI(), route, path);
  }

  Link of(String requestUrl, String route, String path) {
    if (configured.isPresent()) {
      return new Link(configured.get() + path, true);
    }
    Matcher matcher = URL.matcher(requestUrl);
    if (!matcher.matches()) {
      return new Link(path, false);
    }
    String host = matcher.group(2);
    Optional<String> reachable =
        isLoopback(host) ? network.get().filter(found -> !bound) : Optional.of(host);
    String base = withoutSlash(withoutSuffix(matcher.group(4), route));
    String url = matcher.group(1) + reachable.orElse(host) + matcher.group(3) + base + path;
    return new Link(url, reachable.isPresent());
  }

  private static boolean isLoopback(String host) {
    String bracketed = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return LOOPBACK.matcher(bracketed.toLowerCase(Locale.ROOT)).matches();
  }

  private static String withoutSuffix(String path, String suffix) {
    return path.endsWith(suffix) ? path.substring(0, path.length() - suffix.length()) : path;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
