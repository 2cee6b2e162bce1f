package dev.lukis.safety;

import java.nio.file.Path;
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

/** A prompt judged by the embedded word lists: an ordinary one, and the most expensive one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PromptGateBenchmark {
  private static final int LONGEST = 500;

  @Param({"typed", "words", "letters", "marks"})
  public String prompt = "typed";

  private PromptGate gate;
  private String text;

  @Setup
  public void read() {
    gate = PromptGate.read(Path.of("src/main/resources/safety"));
    text =
        switch (prompt) {
          case "typed" -> "a small red car and a big tree in the city at night in the rain";
          case "words" -> "naked mole ".repeat(100).substring(0, LONGEST);
          case "letters" -> "n u d m ".repeat(100).substring(0, LONGEST);
          default -> "n\u0336u\u0336d\u0336 ".repeat(100).substring(0, LONGEST);
        };
  }

  @Benchmark
  public Safety.Verdict judge() {
    return gate.judge(text);
  }
}
