package dev.lukis.bench.pictures;

import static dev.lukis.bench.MarkdownTable.number;

import dev.lukis.bench.Distribution;
import dev.lukis.bench.Machine;
import dev.lukis.bench.MarkdownTable;
import dev.lukis.bench.Options;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import dev.lukis.scheduler.Schedule;
import dev.lukis.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * How much of an edit still shows when the words change in mid-generation. For successive wordings
 * of the typing traces, A and B, of one seed: what part of the way from the image of A to that of B
 * the steered image has come, 1 - |steered - B| / |A - B|, all of the same number of steps. Prints
 * Markdown; it is what {@code lukis.live.steer-noise} is chosen by.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@steering}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dpairs=50}, {@code -Dmodel=...} (as {@code lukis.model}), {@code
 * -Dthreads=2}.
 */
public final class SteeringBenchmark {
  private static final long SEED = 7;

  private final DiffusionPipeline pipeline;
  private final DiffusionModel model;
  private final List<WordingPair> pairs;

  private SteeringBenchmark(DiffusionModel model) {
    this.model = model;
    this.pipeline = new DiffusionPipeline(model);
    this.pairs = WordingPair.ofTraces(Options.integer("pairs", 50));
  }

  public static void main(String[] arguments) {
    DiffusionModel model = DiffusionModel.load(Options.model(), Options.threads());
    SteeringBenchmark benchmark = new SteeringBenchmark(model);
    try (DiffusionPipeline closed = benchmark.pipeline) {
      benchmark.run();
    }
  }

  private void run() {
    System.out.printf(
        Locale.ROOT,
        "%s%n%n%s, %d pairs of wordings%n%n",
        Machine.line(),
        Options.model(),
        pairs.size());
    MarkdownTable table =
        new MarkdownTable(
            "steps", "steered after", "noise left (%)", "shown of the edit, median (%)", "p10 (%)");
    int draft = model.card().draft().steps();
    int settle = model.card().settle().steps();
    for (int steps : new TreeSet<>(List.of(draft, settle, 2 * settle))) {
      Distribution[] shown = new Distribution[steps];
      Arrays.setAll(shown, after -> new Distribution());
      pairs.forEach(pair -> measure(pair, shown));
      for (int after = 1; after < steps; after++) {
        row(table, steps, after, shown[after]);
      }
    }
  }

  /**
   * @param shown at each number of steps before the words change; as long as there are steps
   */
  private void measure(WordingPair pair, Distribution[] shown) {
    int steps = shown.length;
    Generation older = generation(pair.older(), steps);
    Generation newer = generation(pair.newer(), steps);
    Tensor start = finished(older);
    Tensor goal = finished(newer);
    double way = distance(start, goal);
    for (int after = 1; after < steps && way > 0; after++) {
      Generation steered = generation(pair.older(), steps);
      advance(steered, after);
      steered.steer(newer.request(), newer.conditioning());
      shown[after].add(1 - distance(finished(steered), goal) / way);
    }
  }

  private void row(MarkdownTable table, int steps, int after, Distribution shown) {
    Schedule schedule = model.schedule(steps);
    table.row(
        Integer.toString(steps),
        Integer.toString(after),
        number(100 * schedule.noiseShare(after), 0),
        number(100 * shown.median(), 0),
        number(100 * shown.quantile(0.1), 0));
  }

  private Generation generation(String prompt, int steps) {
    ImageSpec request =
        new ImageSpec(prompt, "", SEED, model.card().width(), model.card().height(), steps, 1);
    return pipeline.begin(request, pipeline.encode(request));
  }

  private void advance(Generation generation, int steps) {
    for (int i = 0; i < steps; i++) {
      pipeline.step(List.of(generation));
    }
  }

  private Tensor finished(Generation generation) {
    advance(generation, generation.steps() - generation.stepIndex());
    return pipeline.decode(List.of(generation)).get(0);
  }

  /** Root of the sum of squares. */
  private static double distance(Tensor a, Tensor b) {
    float[] difference = a.plus(-1, b).data();
    double sum = 0;
    for (float each : difference) {
      sum += each * each;
    }
    return Math.sqrt(sum);
  }
}
