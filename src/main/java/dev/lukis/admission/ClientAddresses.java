package dev.lukis.admission;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The addresses from which clients connect. An address is kept while a connection from it is open
 * or its limit is in use, so that reconnecting does not reset the limit. IPv6 addresses that share
 * their first 64 bits count as one address. Thread-safe.
 */
public final class ClientAddresses {
  private static final int PREFIX_GROUPS = 4;

  private final int connectionsEach;
  private final Rates perAddress;
  private final Rates perConnection;
  private final Map<String, ClientAddress> addresses = new ConcurrentHashMap<>();

  /**
   * @param connectionsEach upper bound of open connections of one address
   */
  public ClientAddresses(int connectionsEach, Rates perAddress, Rates perConnection) {
    this.connectionsEach = connectionsEach;
    this.perAddress = perAddress;
    this.perConnection = perConnection;
  }

  /** Whether another connection from this address would be admitted. */
  public boolean admits(String host) {
    ClientAddress known = addresses.get(key(host));
    return known == null || known.connections() < connectionsEach;
  }

  /**
   * Admits a connection.
   *
   * @param host a literal IP address
   * @return the limiter of the connection, to be closed with it; null when the address has too many
   *     connections
   */
  public @Nullable RateLimiter open(String host, long now) {
    AtomicReference<@Nullable RateLimiter> opened = new AtomicReference<>();
    addresses.compute(
        key(host),
        (key, known) -> {
          ClientAddress address =
              known == null ? new ClientAddress(new BandwidthLimit(perAddress, now)) : known;
          if (address.connections() < connectionsEach) {
            address.connected();
            opened.set(new RateLimiter(perConnection, address, now));
          }
          return address;
        });
    return opened.get();
  }

  /** Removes addresses with no connection and a full limit. To be called periodically. */
  public void review(long now) {
    for (String key : addresses.keySet()) {
      addresses.computeIfPresent(
          key,
          (same, address) ->
              address.connections() == 0 && address.limit().untouched(now) ? null : address);
    }
  }

  int size() {
    return addresses.size();
  }

  // A household or machine usually owns a whole IPv6 /64. "::ffff:192.0.2.1" is an IPv4 address.
  private static String key(String host) {
    if (host.indexOf(':') < 0) {
      return host;
    }
    if (host.indexOf('.') > host.lastIndexOf(':')) {
      return host.substring(host.lastIndexOf(':') + 1).replace("]", "");
    }
    String[] groups = expanded(host).split(":", -1);
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < Math.min(PREFIX_GROUPS, groups.length); i++) {
      prefix.append(groups[i]).append(':');
    }
    return prefix.toString();
  }

  private static String expanded(String host) {
    String bare = host.replaceAll("[\\[\\]]|%.*$", "");
    int gap = bare.indexOf("::");
    if (gap < 0) {
      return bare;
    }
    long present = bare.chars().filter(each -> each == ':').count();
    String zeros = ":0".repeat((int) Math.max(1, 8 - present)) + ":";
    String filled = bare.substring(0, gap) + zeros + bare.substring(gap + 2);
    return filled.startsWith(":") ? "0" + filled : filled;
  }
}
