package dev.lukis.web;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.resume.ResumeStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What an operator can read of who comes and goes. Thread-safe. */
@Singleton
class AdmissionReadings {
  private static final String REFUSED = "lukis.refused";

  private final MeterRegistry registry;
  private final Counter resumed;

  @Inject
  AdmissionReadings(MeterRegistry registry) {
    this.registry = registry;
    this.resumed =
        Counter.builder("lukis.resumed")
            .description("Sessions that went on over another connection")
            .register(registry);
  }

  void watch(AdmissionQueue queue, ResumeStore<?> resumeStore) {
    Gauge.builder("lukis.admitted", queue, AdmissionQueue::admitted)
        .description("People who have a session")
        .register(registry);
    Gauge.builder("lukis.waiting", queue, AdmissionQueue::queued)
        .description("People who wait for room")
        .register(registry);
    Gauge.builder("lukis.resumable", resumeStore, ResumeStore::size)
        .description("Sessions whose connection was lost and that can be taken up again")
        .register(registry);
  }

  void resumed() {
    resumed.increment();
  }

  void refused(String reason) {
    Counter.builder(REFUSED)
        .description("Connections that were refused, by reason")
        .tag("reason", reason)
        .register(registry)
        .increment();
  }
}
