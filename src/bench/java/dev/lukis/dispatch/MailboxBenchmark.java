package dev.lukis.dispatch;

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

/** A request put in and taken out, and one that replaces another. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class MailboxBenchmark {
  private final Mailbox mailbox = new Mailbox(() -> {}, new DispatchStatistics());
  private final GenerationRequest older = Requests.draft(1);
  private final GenerationRequest newer = Requests.draft(2);

  @Benchmark
  public boolean offerAndRemove() {
    mailbox.offer(older);
    return mailbox.remove(older);
  }

  @Benchmark
  public boolean offerNewerAndRemove() {
    mailbox.offer(older);
    mailbox.offer(newer);
    return mailbox.remove(newer);
  }
}
