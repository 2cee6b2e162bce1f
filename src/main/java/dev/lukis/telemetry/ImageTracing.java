package dev.lukis.telemetry;

import dev.lukis.painting.PaintedImage;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A trace for every image, from its edit's arrival until it is written: {@code lukis.edit} over
 * {@code lukis.paint} and {@code lukis.write}. Nothing of the prompt is in it. Costs next to
 * nothing while tracing is off. Thread-safe.
 */
@Singleton
public class ImageTracing {
  private final Tracer tracer;

  @Inject
  ImageTracing(
      Tracer tracer,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off) {
    this.tracer = off ? TracerProvider.noop().get("lukis") : tracer;
  }

  /** Whether images are traced. */
  public boolean on() {
    return tracer.spanBuilder("any").startSpan().isRecording();
  }

  /**
   * Writes an image under a trace.
   *
   * @param elapsedMillis since its revision reached the server
   */
  public Uni<Void> traced(PaintedImage image, long elapsedMillis, Uni<Void> write) {
    return Uni.createFrom()
        .deferred(
            () -> {
              Instant painted = Instant.now();
              Instant arrived = painted.minus(Duration.ofMillis(elapsedMillis));
              Span edit = edit(image, arrived);
              Context context = Context.root().with(edit);
              span("lukis.paint", arrived, context).end(painted);
              Span writing = span("lukis.write", painted, context);
              return write
                  .onFailure()
                  .invoke(edit::recordException)
                  .onTermination()
                  .invoke(
                      () -> {
                        writing.end();
                        edit.end();
                      });
            });
  }

  private Span edit(PaintedImage image, Instant arrived) {
    return tracer
        .spanBuilder("lukis.edit")
        .setNoParent()
        .setSpanKind(SpanKind.SERVER)
        .setStartTimestamp(arrived)
        .startSpan()
        .setAttribute("lukis.revision", image.header().request().revision())
        .setAttribute("lukis.plan", image.header().request().plan().name())
        .setAttribute("lukis.step", image.header().step())
        .setAttribute("lukis.steps", image.header().steps())
        .setAttribute("lukis.bytes", image.bytes().length);
  }

  private Span span(String name, Instant start, Context parent) {
    return tracer.spanBuilder(name).setParent(parent).setStartTimestamp(start).startSpan();
  }
}
