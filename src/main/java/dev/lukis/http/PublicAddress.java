package dev.lukis.http;

import dev.lukis.config.LukisConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Optional;
import java.util.Set;

/**
 * The addresses at which others reach the application: below the configured one, else as the
 * request came; and where that was this machine's own name for itself, by its address in the local
 * network, since a phone that scans a code is another machine.
 */
@Singleton
class PublicAddress {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Optional<String> configured;

  @Inject
  PublicAddress(LukisConfig config) {
    this.configured = config.share().baseUrl();
  }

  String of(HttpServerRequest request, String path) {
    return configured.map(PublicAddress::withoutSlash).orElseGet(() -> asAsked(request)) + path;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String asAsked(HttpServerRequest request) {
    String host = request.authority() == null ? "localhost" : request.authority().toString();
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    String name = port ? host.substring(0, colon) : host;
    String reachable = LOOPBACK.contains(name) ? localNetwork().orElse(name) : name;
    return request.scheme() + "://" + reachable + (port ? host.substring(colon) : "");
  }

  private static Optional<String> localNetwork() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(PublicAddress::up)
          .flatMap(NetworkInterface::inetAddresses)
          .filter(address -> address instanceof Inet4Address && address.isSiteLocalAddress())
          .map(InetAddress::getHostAddress)
          .findFirst();
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  private static boolean up(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }
}
