package dev.lukis.dispatch;

import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.Generation;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

/** Selection of the sessions that share the next step; half of the sessions have work. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BatchSelectionBenchmark {
  private static final int CAP = 4;
  private static final long NOW = 100;

  @Param({"16", "1000"})
  public int sessions;

  private final BatchSelection selection = new BatchSelection(CAP, true, Long.MAX_VALUE);
  private final List<SessionSlot> lanes = new ArrayList<>();

  @Setup
  public void open() {
    for (int i = 0; i < sessions; i++) {
      lanes.add(lane(i));
    }
  }

  private static SessionSlot lane(int index) {
    SessionSlot lane =
        new SessionSlot(new Mailbox(() -> {}, new DispatchStatistics()), Ignoring.LISTENER);
    lane.shown(0, index * 31 % 17);
    if (index % 2 == 0) {
      GenerationRequest request = Requests.draft(index);
      lane.run(new RunningGeneration(index, generation(request), request, 0));
    }
    return lane;
  }

  private static Generation generation(GenerationRequest request) {
    Tensor nothing = SeededNoise.normal(1, 0, Shape.of(1, 1, 1));
    return new Generation(
        request.image(),
        new FlowMatchEulerDiscreteScheduler(1000, 1).schedule(Requests.STEPS),
        new Conditioning(dev.lukis.model.component.PromptEmbeddings.of(nothing), Optional.empty()),
        nothing);
  }

  @Benchmark
  public List<?> choose() {
    return selection.choose(lanes, NOW);
  }

  private enum Ignoring implements GenerationListener {
    LISTENER;

    @Override
    public void onImage(GeneratedImage image) {}

    @Override
    public void onFailure(GenerationRequest request, RuntimeException cause) {}
  }
}
