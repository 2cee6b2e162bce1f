package dev.lukis.session.typing;

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

/** One edit of a prompt of ordinary length, one word in six ended by it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class DebouncerBenchmark {
  private static final long KEY_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
  private static final long DRAFT_NANOS = TimeUnit.MILLISECONDS.toNanos(80);
  private static final String PROMPT = "a big sunflower next to a small fox in a meadow at sunset";

  private final Debouncer debouncer = new Debouncer(DebounceWaits.DEFAULTS);
  private final String[] prefixes = new String[PROMPT.length()];

  // Mutable state
  private int typed;
  private long now;

  public DebouncerBenchmark() {
    for (int i = 0; i < prefixes.length; i++) {
      prefixes[i] = PROMPT.substring(0, i + 1);
    }
  }

  @Benchmark
  public long edit() {
    typed = (typed + 1) % prefixes.length;
    now += KEY_NANOS;
    long deadline = debouncer.edit(prefixes[typed], false, now, DRAFT_NANOS);
    if (deadline <= now) {
      debouncer.fired();
    }
    return deadline;
  }
}
