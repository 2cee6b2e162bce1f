package dev.lukis.live.protocol;

import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;
import dev.lukis.image.ImageFormat;
import dev.lukis.pipeline.ImageRequest;
import dev.lukis.session.OutgoingImage;
import dev.lukis.session.Picture;
import io.vertx.core.buffer.Buffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The header of an image, written and put before 5 KB of it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MessageWriterBenchmark {
  private final OutgoingImage image =
      new OutgoingImage(
          7,
          new Picture(
              new GenerationRequest(
                  42,
                  Plan.DRAFT,
                  new ImageRequest("a red balloon", "", 123_456, 128, 128, 2, 1),
                  0),
              99,
              2,
              2,
              true,
              format -> new byte[0]),
          ImageFormat.JPEG,
          new byte[5 * 1024],
          180);

  @Benchmark
  public Buffer image() {
    return MessageWriter.image(image);
  }
}
