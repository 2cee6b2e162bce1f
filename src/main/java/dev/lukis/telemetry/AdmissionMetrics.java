package dev.lukis.telemetry;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.resume.ResumeStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Metrics of connections and sessions. Thread-safe. */
@Singleton
public class AdmissionMetrics {
  private static final String REFUSED = "lukis.refused";

  private final MeterRegistry registry;
  private final Counter resumed;

  @Inject
  AdmissionMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.resumed =
        Counter.builder("lukis.resumed")
            .description("Sessions that went on over another connection")
            .register(registry);
  }

  public void watch(AdmissionQueue queue, ResumeStore<?> resumeStore) {
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

  public void resumed() {
    resumed.increment();
  }

  public void refused(String reason) {
    Counter.builder(REFUSED)
        .description("Connections that were refused, by reason")
        .tag("reason", reason)
        .register(registry)
        .increment();
  }
}
