package dev.lukis.bench;

import static dev.lukis.bench.MarkdownTable.number;

import dev.lukis.model.DiffusionModel;
import java.util.Locale;

/**
 * Times each stage of an image, and what the pipeline adds to the bare calls of ONNX Runtime, and
 * reads the memory that a loaded and warm model takes. Prints Markdown.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@stages}. Options, within {@code
 * -Dbench.options="..."}: {@code -Drounds=200}, {@code -Dwarmup=50}, {@code -Dmodel=...} (as {@code
 * lukis.model}), {@code -Dthreads=2}, {@code -Dbatches=1,2,4,8} (1 among them), {@code -Dsteps=4}
 * (of an image, for the comparison; else those of the model's plans).
 */
public final class StageBenchmark {
  private StageBenchmark() {}

  public static void main(String[] arguments) {
    int warmup = Options.integer("warmup", 50);
    int rounds = Options.integer("rounds", 200);
    System.out.printf(
        Locale.ROOT,
        "%s%n%n%s, %d threads, %d runs each after %d for warm-up%n%n",
        Machine.line(),
        Options.model(),
        Options.threads(),
        rounds,
        warmup);
    stages(warmup, rounds);
    memory();
    overhead(warmup, rounds);
  }

  private static void stages(int warmup, int rounds) {
    DiffusionModel model = DiffusionModel.load(Options.model(), Options.threads());
    try (Stages stages = new Stages(model)) {
      stages.run(warmup, rounds);
      MarkdownTable table = new MarkdownTable("stage", "median (ms)", "p95 (ms)");
      row(table, "text encoding", stages.textEncoding);
      stages.steps.forEach(
          (size, readings) -> row(table, "one denoising step, batch " + size, readings));
      row(table, "decoding", stages.decoding);
      row(table, "JPEG", stages.jpeg);
      System.out.printf(
          Locale.ROOT,
          "%nA whole draft, from words to JPEG: %s ms%n",
          number(stages.draftMillis(), 1));
    }
  }

  private static void row(MarkdownTable table, String stage, Distribution readings) {
    table.row(stage, number(readings.median(), 2), number(readings.quantile(0.95), 2));
  }

  // Before the overhead is measured, which loads the model a second time.
  private static void memory() {
    long pid = ProcessHandle.current().pid();
    System.out.printf(
        Locale.ROOT,
        "%nResident memory of this JVM: %s MB, at its peak %s MB%n%n",
        number(Machine.residentMegabytes(pid), 0),
        number(Machine.peakMegabytes(pid), 0));
  }

  private static void overhead(int warmup, int rounds) {
    MarkdownTable table =
        new MarkdownTable(
            "steps", "pipeline (ms)", "bare calls (ms)", "ratio, median of pairs", "p95 of pairs");
    try (Overhead overhead = new Overhead(Options.model(), Options.threads())) {
      for (int steps : overhead.plans()) {
        Overhead.Result result = overhead.measure(steps, warmup, rounds);
        table.row(
            Integer.toString(steps),
            number(result.pipeline().median(), 2),
            number(result.bare().median(), 2),
            number(result.ratio().median(), 3),
            number(result.ratio().quantile(0.95), 3));
      }
    }
  }
}
