package dev.lukis.live.protocol;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.Plan;
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
  private final PaintedImage image =
      new PaintedImage(
          new ImageHeader(
              new PaintRequest(
                  42,
                  42,
                  Plan.DRAFT,
                  new ImageSpec("a red balloon", "", 123_456, 128, 128, 2, 1),
                  0),
              99,
              2,
              2,
              true),
          ImageFormat.JPEG,
          new byte[5 * 1024]);

  @Benchmark
  public Buffer image() {
    return MessageWriter.image(7, image, 180);
  }
}
