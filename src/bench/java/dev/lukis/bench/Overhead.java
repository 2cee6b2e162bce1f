package dev.lukis.bench;

import dev.lukis.image.ImageSpec;
import dev.lukis.model.BareModel;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelCard;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the pipeline adds to the bare calls of ONNX Runtime. Both make images one after the other in
 * turns, within one JVM and with the same session options; a pair is one image of each, and who
 * goes first changes from pair to pair. The bare side neither tokenizes nor makes noise nor runs a
 * scheduler nor copies anything between its calls.
 */
public final class Overhead implements AutoCloseable {
  private static final String PROMPT = "a red balloon on the beach at night";
  private static final double NANOS_PER_MILLI = 1e6;

  private final DiffusionPipeline pipeline;
  private final ModelCard card;
  private final BareModel bare;

  /**
   * Times in milliseconds.
   *
   * @param ratio pipeline over bare, of each pair
   */
  public record Result(Distribution pipeline, Distribution bare, Distribution ratio) {
    Result() {
      this(new Distribution(), new Distribution(), new Distribution());
    }
  }

  public Overhead(String location, int threads) {
    DiffusionModel model = DiffusionModel.load(location, threads);
    this.pipeline = new DiffusionPipeline(model);
    this.card = model.card();
    this.bare = BareModel.load(location, threads, model, PROMPT);
  }

  /** Steps of a draft and of a settle. */
  public Set<Integer> plans() {
    if (Options.integer("steps", 0) > 0) {
      return Set.of(Options.integer("steps", 0));
    }
    return new TreeSet<>(List.of(card.draft().steps(), card.settle().steps()));
  }

  public Result measure(int steps, int warmup, int pairs) {
    Result forgotten = new Result();
    for (int i = 0; i < warmup; i++) {
      pair(steps, i, forgotten);
    }
    Result result = new Result();
    for (int i = 0; i < pairs; i++) {
      pair(steps, i, result);
    }
    return result;
  }

  private void pair(int steps, int index, Result result) {
    double first = index % 2 == 0 ? timed(() -> paint(steps)) : timed(() -> bare.run(steps));
    double second = index % 2 == 0 ? timed(() -> bare.run(steps)) : timed(() -> paint(steps));
    double painted = index % 2 == 0 ? first : second;
    double called = index % 2 == 0 ? second : first;
    result.pipeline().add(painted);
    result.bare().add(called);
    result.ratio().add(painted / called);
  }

  private void paint(int steps) {
    ImageSpec request = new ImageSpec(PROMPT, "", 1, card.width(), card.height(), steps, 1);
    Generation generation = pipeline.begin(request, pipeline.encode(request));
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
    }
    pipeline.decode(List.of(generation));
  }

  private static double timed(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / NANOS_PER_MILLI;
  }

  @Override
  public void close() {
    bare.close();
    pipeline.close();
  }
}
