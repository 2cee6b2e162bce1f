package dev.lukis.admission;

import java.util.concurrent.atomic.AtomicInteger;

/** What those who come from one address use together. Thread-safe. */
final class ClientAddress {
  private final BandwidthLimit meter;
  private final AtomicInteger connections = new AtomicInteger();

  ClientAddress(BandwidthLimit meter) {
    this.meter = meter;
  }

  BandwidthLimit meter() {
    return meter;
  }

  int connections() {
    return connections.get();
  }

  void came() {
    connections.incrementAndGet();
  }

  void left() {
    connections.decrementAndGet();
  }
}
