package dev.lukis.image;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Pixels of a smooth picture with some grain to a JPEG. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ImageFormatBenchmark {
  @Param({"128", "512"})
  public int size;

  private Tensor pixels = Tensor.of(Shape.of(1), 0);

  @Setup
  public void paint() {
    Shape shape = Shape.of(3, size, size);
    float[] values = new float[shape.elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(i * 0.01 / size) + (i * 31 % 17) / 170f;
    }
    pixels = new Tensor(shape, values);
  }

  @Benchmark
  public byte[] jpeg() {
    return ImageFormat.JPEG.encode(pixels);
  }
}
