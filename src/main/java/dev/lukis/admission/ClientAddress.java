package dev.lukis.admission;

import java.util.concurrent.atomic.AtomicInteger;

/** What those who come from one address use together. Thread-safe. */
final class ClientAddress {
  private final Meter meter;
  private final AtomicInteger connections = new AtomicInteger();

  ClientAddress(Meter meter) {
    this.meter = meter;
  }

  Meter meter() {
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
