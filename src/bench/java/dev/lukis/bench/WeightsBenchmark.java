package dev.lukis.bench;

import static dev.lukis.bench.MarkdownTable.number;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.DenoiserRow;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.Layouts;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.onnx.WeightMode;
import dev.lukis.tensor.SeededNoise;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Loads the denoiser of a model in safetensors with its weights mapped or packed, and times loading
 * and steps. Memory is that of the whole process, so each way needs a process of its own. Prints a
 * row of a Markdown table.
 *
 * <p>{@code mvn -Pbench -DskipTests package exec:exec@weights}. Options, within {@code
 * -Dbench.options="..."}: {@code -Dmodel=DIRECTORY}, {@code -Dweights=mapped|packed}, {@code
 * -Dthreads=2}, {@code -Drounds=5}, {@code -Dlatents=64}, {@code -Dbatch=1}.
 */
public final class WeightsBenchmark {
  private static final int TOKENS = 77;
  private static final int FACTOR = 8;
  private static final double NANOS_PER_SECOND = 1e9;

  private WeightsBenchmark() {}

  public static void main(String[] arguments) {
    String mode = Options.text("weights", "mapped");
    ExecutionOptions execution =
        ExecutionOptions.cpu(Options.integer("threads", 2))
            .with(WeightMode.valueOf(mode.toUpperCase(Locale.ROOT)));
    List<AutoCloseable> natives = new ArrayList<>();
    try (ModelDirectory directory = ModelDirectory.open(Options.model())) {
      ModelLayout layout =
          Layouts.of(directory, Optional.empty(), Optional.empty(), execution, HiddenStates.LAST);
      LoadContext parts =
          new LoadContext(directory, layout, execution, natives, new java.util.HashMap<>());
      dev.lukis.model.onnx.OnnxEngine.start();
      double before = privateMegabytes();
      long begun = System.nanoTime();
      OnnxSignature signature = parts.signature(ModelLayout.DENOISER);
      Denoiser denoiser =
          Denoiser.load(
              parts, signature.inputs().keySet(), signature.inputSize(Denoiser.SAMPLE, 1), FACTOR);
      double loading = (System.nanoTime() - begun) / NANOS_PER_SECOND;
      double loaded = privateMegabytes() - before;
      run(denoiser, mode, loading, before, loaded);
      denoiser.close();
    }
  }

  private static void run(
      Denoiser denoiser, String mode, double loading, double before, double loaded) {
    List<DenoiserRow> rows = rows(denoiser);
    double first = seconds(() -> denoiser.predict(rows));
    Distribution steps = new Distribution();
    for (int i = 0; i < Options.integer("rounds", 5); i++) {
      steps.add(seconds(() -> denoiser.predict(rows)));
    }
    MarkdownTable table =
        new MarkdownTable(
            "weights",
            "loading (s)",
            "private memory after it (MB)",
            "after steps (MB)",
            "peak of the process (MB)",
            "first step (s)",
            "step, median (s)");
    table.row(
        mode,
        number(loading, 2),
        number(loaded, 0),
        number(privateMegabytes() - before, 0),
        number(Machine.peakMegabytes(ProcessHandle.current().pid()), 0),
        number(first, 2),
        number(steps.median(), 2));
  }

  private static List<DenoiserRow> rows(Denoiser denoiser) {
    int size = Options.integer("latents", 64);
    int width = denoiser.signature().inputSize(Denoiser.ENCODER_HIDDEN_STATES, 2);
    int channels = denoiser.signature().inputSize(Denoiser.SAMPLE, 1);
    Map<String, Tensor> states =
        Map.of(Denoiser.ENCODER_HIDDEN_STATES, SeededNoise.normal(1, 0, Shape.of(TOKENS, width)));
    List<DenoiserRow> rows = new ArrayList<>();
    for (int i = 0; i < Options.integer("batch", 1); i++) {
      rows.add(
          new DenoiserRow(
              SeededNoise.normal(i, 0, Shape.of(channels, size, size)), 999 - i, states, 1));
    }
    return rows;
  }

  private static double privateMegabytes() {
    return Machine.privateMegabytes(ProcessHandle.current().pid());
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / NANOS_PER_SECOND;
  }
}
