package dev.lukis.telemetry;

import dev.lukis.admission.AdmissionQueue;
import dev.lukis.resume.ResumeStore;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Metrics of admission, refusals and resumption. Thread-safe. */
@Singleton
public class AdmissionMetrics {
  private static final String REFUSED = "lukis.refused";

  private final MeterRegistry registry;
  private final Counter resumed;

  @Inject
  public AdmissionMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.resumed =
        Counter.builder("lukis.resumed")
            .description("Sessions resumed over another connection")
            .register(registry);
  }

  public void watch(AdmissionQueue queue, ResumeStore<?> resumeStore) {
    Gauge.builder("lukis.admitted", queue, AdmissionQueue::admitted)
        .description("Clients with a session")
        .register(registry);
    Gauge.builder("lukis.waiting", queue, AdmissionQueue::queued)
        .description("Clients that wait for admission")
        .register(registry);
    Gauge.builder("lukis.resumable", resumeStore, ResumeStore::size)
        .description("Sessions that can be resumed after their connection was lost")
        .register(registry);
  }

  public void resumed() {
    resumed.increment();
  }

  public void refused(String reason) {
    Counter.builder(REFUSED)
        .description("Refused connections, by reason")
        .tag("reason", reason)
        .register(registry)
        .increment();
  }
}
