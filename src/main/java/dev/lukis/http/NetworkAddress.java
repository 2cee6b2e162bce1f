package dev.lukis.http;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address at which other machines reach this one. Stateless. */
final class NetworkAddress {
  // Addresses for documentation, RFC 5737 and RFC 3849: routed by default, and never sent to.
  private static final List<String> FAR = List.of("192.0.2.1", "2001:db8::1");
  private static final int DISCARD_PORT = 9;
  private static final Pattern VIRTUAL =
      Pattern.compile("(?:docker|veth|br-|virbr|cni|flannel|cali|podman|vmnet|vboxnet|lxc).*");

  /**
   * @param network name of its network interface
   */
  record Candidate(String network, InetAddress address) {}

  private NetworkAddress() {}

  /** As a URL writes it: an IPv6 address in brackets. Empty if there is no network. */
  static Optional<String> find() {
    return Stream.concat(FAR.stream().flatMap(far -> towards(far).stream()), scanned().stream())
        .findFirst()
        .map(NetworkAddress::inUrl);
  }

  // Connecting a datagram channel sends nothing: it only asks the system for the route.
  private static Optional<InetAddress> towards(String far) {
    try (DatagramChannel channel = DatagramChannel.open()) {
      channel.connect(new InetSocketAddress(InetAddress.getByName(far), DISCARD_PORT));
      InetAddress local = ((InetSocketAddress) channel.getLocalAddress()).getAddress();
      return Optional.of(local).filter(NetworkAddress::isReachable);
    } catch (IOException | UnsupportedOperationException | SecurityException e) {
      return Optional.empty();
    }
  }

  private static Optional<InetAddress> scanned() {
    try {
      return choose(
          NetworkInterface.networkInterfaces()
              .filter(NetworkAddress::isUp)
              .flatMap(
                  network ->
                      network.inetAddresses().map(each -> new Candidate(network.getName(), each)))
              .toList());
    } catch (SocketException e) {
      return Optional.empty();
    }
  }

  /** The best address: none of a virtual network, and IPv4 before IPv6. */
  static Optional<InetAddress> choose(List<Candidate> candidates) {
    List<InetAddress> reachable =
        candidates.stream()
            .filter(each -> !VIRTUAL.matcher(each.network()).matches())
            .map(Candidate::address)
            .filter(NetworkAddress::isReachable)
            .toList();
    return reachable.stream()
        .filter(Inet4Address.class::isInstance)
        .findFirst()
        .or(() -> reachable.stream().findFirst());
  }

  private static boolean isReachable(InetAddress address) {
    return !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress();
  }

  private static boolean isUp(NetworkInterface network) {
    try {
      return network.isUp() && !network.isLoopback();
    } catch (SocketException e) {
      return false;
    }
  }

  static String inUrl(InetAddress address) {
    String text = address.getHostAddress().replaceAll("%.*", "");
    return address instanceof Inet6Address ? "[" + text + "]" : text;
  }
}
