package dev.lukis.admission;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The addresses from which people come. An address is remembered while a connection from it is open
 * or its limiter is used, so that coming back does not renew it. Thread-safe.
 */
public final class ClientAddresses {
  private static final int PREFIX_GROUPS = 4;

  private final int connectionsEach;
  private final Rates perAddress;
  private final Rates perConnection;
  private final Map<String, ClientAddress> addresses = new ConcurrentHashMap<>();

  /**
   * @param connectionsEach how many one address may have open
   */
  public ClientAddresses(int connectionsEach, Rates perAddress, Rates perConnection) {
    this.connectionsEach = connectionsEach;
    this.perAddress = perAddress;
    this.perConnection = perConnection;
  }

  /** Whether another connection from there would be let in. */
  public boolean admits(String host) {
    ClientAddress known = addresses.get(key(host));
    return known == null || known.connections() < connectionsEach;
  }

  /**
   * Lets a connection in.
   *
   * @param host a literal address
   * @return what it may send, or null when the address has too many; to be closed with it
   */
  public @Nullable RateLimiter open(String host, long now) {
    AtomicReference<@Nullable RateLimiter> opened = new AtomicReference<>();
    addresses.compute(
        key(host),
        (key, known) -> {
          ClientAddress address =
              known == null ? new ClientAddress(new BandwidthLimit(perAddress, now)) : known;
          if (address.connections() < connectionsEach) {
            address.came();
            opened.set(new RateLimiter(new BandwidthLimit(perConnection, now), address));
          }
          return address;
        });
    return opened.get();
  }

  /** Forgets the addresses from which nobody is here. To be called now and then. */
  public void review(long now) {
    for (String key : addresses.keySet()) {
      addresses.computeIfPresent(
          key,
          (same, address) ->
              address.connections() == 0 && address.meter().untouched(now) ? null : address);
    }
  }

  int size() {
    return addresses.size();
  }

  // One household or machine has the lower half of an IPv6 address to itself. "::ffff:192.0.2.1" is
  // an IPv4 address in the form of the other.
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
