package dev.lukis.admission;

/**
 * Limits what one connection sends: by its own rates, and by those of its address, which other
 * connections from that address use too. Times in nanoseconds. On one thread at a time.
 *
 * <p>A connection floods when its own rates refuse far more messages than typing can cause. The
 * refused messages are counted by a bucket: it holds {@link #FLOOD_BURSTS} times the burst and
 * refills at the rate itself. So a client that sends at twice the rate for ever does not flood, and
 * one that sends at four times the rate floods within seconds, however many of its messages are
 * accepted in between. Messages that only the address refuses do not count: others may have used
 * the address's share.
 */
public final class RateLimiter implements AutoCloseable {
  /** Refused messages that a connection may send at once, in bursts of its rate. */
  static final int FLOOD_BURSTS = 5;

  private final BandwidthLimit own;
  private final FloodLimit flood;
  private final ClientAddress address;

  RateLimiter(Rates rates, ClientAddress address, long now) {
    this.own = new BandwidthLimit(rates, now);
    this.flood = new FloodLimit(rates.messages().times(FLOOD_BURSTS), now);
    this.address = address;
  }

  /**
   * Takes a message into account.
   *
   * @param size in bytes
   * @return 0 when the message is accepted, else the nanoseconds until one of this size is
   */
  public long take(int size, long now) {
    long ownWait = own.waitNanos(size, now);
    if (ownWait > 0) {
      flood.refused(now);
    }
    return claim(size, now, ownWait);
  }

  /**
   * Takes a message into account that was refused before. It is not counted towards a flood a
   * second time.
   */
  public long retry(int size, long now) {
    return claim(size, now, own.waitNanos(size, now));
  }

  private long claim(int size, long now, long ownWait) {
    long wait = Math.max(ownWait, address.limit().waitNanos(size, now));
    if (wait == 0) {
      own.take(size, now);
      address.limit().take(size, now);
    }
    return wait;
  }

  /** Whether the connection sends more than typing can explain. Stays true. */
  public boolean flooded() {
    return flood.exceeded();
  }

  /** The connection has ended. */
  @Override
  public void close() {
    address.disconnected();
  }
}
