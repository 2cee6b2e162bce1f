package dev.lukis.admission;

/**
 * What one connection may send: its own share, and its address's, which others behind the same
 * address use up too. Times in nanoseconds. On one thread at a time.
 */
public final class RateLimiter implements AutoCloseable {
  /** Messages in a row that may come too fast; more is no typing. */
  static final int PATIENCE = 2_000;

  private final BandwidthLimit own;
  private final ClientAddress address;

  // Mutable state
  private int tooFast;

  RateLimiter(BandwidthLimit own, ClientAddress address) {
    this.own = own;
    this.address = address;
  }

  /**
   * Takes a message into account.
   *
   * @param size in bytes
   * @return 0 when it may be taken, else how long until one may
   */
  public long take(int size, long now) {
    long wait = Math.max(own.wait(size, now), address.meter().wait(size, now));
    if (wait > 0) {
      tooFast++;
      return wait;
    }
    tooFast = 0;
    own.take(size, now);
    address.meter().take(size, now);
    return 0;
  }

  /** Whether what comes is no person's typing, however fast. */
  public boolean flooded() {
    return tooFast > PATIENCE;
  }

  /** The connection has ended. */
  @Override
  public void close() {
    address.left();
  }
}
