package dev.lukis.telemetry;

import dev.lukis.dispatch.DispatchObserver;
import dev.lukis.dispatch.DispatchStatistics;
import dev.lukis.dispatch.Dispatchers;
import dev.lukis.painting.ImageCache;
import dev.lukis.pipeline.ConditioningCache;
import dev.lukis.session.SessionObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

/** Metrics of painting, under {@code /q/metrics}. Thread-safe. */
@Singleton
public class PaintingMetrics implements DispatchObserver, SessionObserver {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final MeterRegistry registry;
  private final Timer firstImage;
  private final Timer settledImage;
  private final Timer staleness;
  private final Timer encode;
  private final Timer step;
  private final Timer queueWait;
  private final DistributionSummary batch;
  private final Counter dropped;
  private final Counter promptsBlocked;
  private final Counter imagesBlocked;

  @Inject
  PaintingMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.firstImage = timer("lukis.first.image", "From an edit's arrival to its first image");
    this.settledImage = timer("lukis.settled.image", "From an edit's arrival to its settled image");
    this.staleness = timer("lukis.staleness", "For how long a written image's words were outdated");
    this.encode = timer("lukis.encode", "Encoding an image");
    this.step = timer("lukis.step", "One denoising step");
    this.queueWait = timer("lukis.queue.wait", "From a generation's beginning to its first step");
    this.batch =
        DistributionSummary.builder("lukis.batch.size")
            .description("Sessions that shared a step")
            .publishPercentileHistogram()
            .maximumExpectedValue(64.0)
            .register(registry);
    this.dropped =
        counter("lukis.images.dropped", "Images replaced by a newer one before they were sent");
    this.promptsBlocked =
        counter("lukis.prompts.blocked", "Prompts that the gate blocked and told");
    this.imagesBlocked = counter("lukis.images.blocked", "Images that the classifier blocked");
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .minimumExpectedValue(SHORTEST)
        .maximumExpectedValue(LONGEST)
        .register(registry);
  }

  /** Adds gauges and counters whose values are kept by others. */
  public void watch(
      Dispatchers dispatchers, List<ConditioningCache> conditionings, ImageCache images) {
    DispatchStatistics statistics = dispatchers.statistics();
    count("lukis.generations", statistics, DispatchStatistics::generations);
    count("lukis.superseded", statistics, DispatchStatistics::superseded);
    count("lukis.steered", statistics, DispatchStatistics::steered);
    count("lukis.steps", statistics, DispatchStatistics::steps);
    count("lukis.steps.wasted", statistics, DispatchStatistics::wastedSteps);
    count(
        "lukis.conditioning.hits",
        conditionings,
        all -> all.stream().mapToLong(ConditioningCache::hits).sum());
    count(
        "lukis.conditioning.misses",
        conditionings,
        all -> all.stream().mapToLong(ConditioningCache::misses).sum());
    count("lukis.images.cache.hits", images, ImageCache::hits);
    count("lukis.images.cache.misses", images, ImageCache::misses);
    gauge("lukis.sessions", dispatchers, Dispatchers::sessions);
    gauge("lukis.batch.cap", dispatchers, Dispatchers::batchCap);
    gauge("lukis.draft.seconds", dispatchers, all -> all.draftNanos() / 1e9);
    dispatchers
        .stepNanos()
        .forEach(
            (size, nanos) ->
                Gauge.builder("lukis.profile.step.seconds", () -> nanos / 1e9)
                    .description("A step's time by batch size, as measured at the start")
                    .tag("batch", size.toString())
                    .register(registry));
  }

  private <T> void count(String name, T source, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, source, value).register(registry);
  }

  private <T> void gauge(String name, T source, ToDoubleFunction<T> value) {
    Gauge.builder(name, source, value).register(registry);
  }

  @Override
  public void stepped(int sessions, long nanos) {
    batch.record(sessions);
    step.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void waited(long nanos) {
    queueWait.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void firstImage(long nanos) {
    firstImage.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void settledImage(long nanos) {
    settledImage.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void staleness(long nanos) {
    staleness.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** An image was judged and encoded. */
  public void encoded(long nanos) {
    encode.record(nanos, TimeUnit.NANOSECONDS);
  }

  @Override
  public void dropped() {
    dropped.increment();
  }

  @Override
  public void promptBlocked() {
    promptsBlocked.increment();
  }

  @Override
  public void imageBlocked() {
    imagesBlocked.increment();
  }
}
