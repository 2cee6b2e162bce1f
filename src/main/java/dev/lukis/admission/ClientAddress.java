package dev.lukis.admission;

import java.util.concurrent.atomic.AtomicInteger;

/** The limit that all connections from one address share. Thread-safe. */
final class ClientAddress {
  private final BandwidthLimit limit;
  private final AtomicInteger connections = new AtomicInteger();

  ClientAddress(BandwidthLimit limit) {
    this.limit = limit;
  }

  BandwidthLimit limit() {
    return limit;
  }

  int connections() {
    return connections.get();
  }

  void connected() {
    connections.incrementAndGet();
  }

  void disconnected() {
    connections.decrementAndGet();
  }
}
