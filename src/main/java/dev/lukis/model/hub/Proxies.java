package dev.lukis.model.hub;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies of the environment variables {@code https_proxy}, {@code http_proxy}, {@code
 * all_proxy} and {@code no_proxy}, in small or capital letters. Without them, Java's own settings
 * hold. Immutable.
 */
final class Proxies {
  private static final int DEFAULT_PORT = 80;
  private static final String TUNNELS = "jdk.http.auth.tunneling.disabledSchemes";

  private final Optional<URI> https;
  private final Optional<URI> http;
  private final List<String> exceptions;

  private Proxies(Optional<URI> https, Optional<URI> http, List<String> exceptions) {
    this.https = https;
    this.http = http;
    this.exceptions = exceptions;
  }

  static Proxies of(Map<String, String> environment) {
    Optional<URI> all = proxy(environment, "all_proxy");
    Proxies proxies =
        new Proxies(
            proxy(environment, "https_proxy").or(() -> all),
            proxy(environment, "http_proxy").or(() -> all),
            Stream.of(value(environment, "no_proxy").split(",", -1))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .toList());
    if (Stream.of(proxies.https, proxies.http).flatMap(Optional::stream).anyMatch(Proxies::named)
        && System.getProperty(TUNNELS) == null) {
      // Java sends no password to a proxy of https otherwise.
      System.setProperty(TUNNELS, "");
    }
    return proxies;
  }

  private static boolean named(URI proxy) {
    return proxy.getRawUserInfo() != null;
  }

  private static String value(Map<String, String> environment, String name) {
    String small = environment.getOrDefault(name, "");
    return small.isEmpty()
        ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
        : small.strip();
  }

  private static Optional<URI> proxy(Map<String, String> environment, String name) {
    String value = value(environment, name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI proxy = URI.create(value.contains("://") ? value : "http://" + value);
      if (proxy.getHost() != null) {
        return Optional.of(proxy);
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the value, which may have a password.
    }
    throw new ModelException(name + ": not an address (expected: http://host:port)");
  }

  /** Opens a connection, through the proxy that is meant for it. */
  HttpURLConnection open(URI target) throws IOException {
    Optional<URI> proxy = "https".equals(target.getScheme()) ? https : http;
    if (proxy.isEmpty()) {
      return (HttpURLConnection) target.toURL().openConnection();
    }
    if (isException(target)) {
      return (HttpURLConnection) target.toURL().openConnection(Proxy.NO_PROXY);
    }
    HttpURLConnection connection =
        (HttpURLConnection) target.toURL().openConnection(proxy(proxy.get()));
    credentials(proxy.get()).ifPresent(connection::setAuthenticator);
    return connection;
  }

  private static Proxy proxy(URI proxy) {
    boolean socks = String.valueOf(proxy.getScheme()).startsWith("socks");
    int port = proxy.getPort() == -1 ? DEFAULT_PORT : proxy.getPort();
    return new Proxy(
        socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP, new InetSocketAddress(proxy.getHost(), port));
  }

  private boolean isException(URI target) {
    String host = target.getHost().toLowerCase(Locale.ROOT);
    String full = host + ":" + target.getPort();
    return exceptions.stream()
        .anyMatch(
            each -> {
              String suffix = each.startsWith(".") ? each.substring(1) : each;
              return each.equals("*")
                  || host.equals(suffix)
                  || full.equals(suffix)
                  || host.endsWith("." + suffix);
            });
  }

  private static Optional<Authenticator> credentials(URI proxy) {
    String user = proxy.getRawUserInfo();
    if (user == null) {
      return Optional.empty();
    }
    String[] parts = user.split(":", 2);
    PasswordAuthentication password =
        new PasswordAuthentication(
            URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
            URLDecoder.decode(parts.length == 2 ? parts[1] : "", StandardCharsets.UTF_8)
                .toCharArray());
    return Optional.of(
        new Authenticator() {
          @Override
          protected PasswordAuthentication getPasswordAuthentication() {
            // The Hub's own server must not get it.
            return getRequestorType() == RequestorType.PROXY ? password : noPassword();
          }
        });
  }

  @SuppressWarnings("NullAway") // Null is how an authenticator declines.
  private static PasswordAuthentication noPassword() {
    return null;
  }

  @Override
  public String toString() {
    return "proxies";
  }
}
