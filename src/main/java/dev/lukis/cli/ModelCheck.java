package dev.lukis.cli;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelCard;
import dev.lukis.model.ModelReport;
import dev.lukis.model.family.SamplingPlan;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.Devices;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.NonFiniteOutputException;
import dev.lukis.model.onnx.OutOfDeviceMemoryException;
import dev.lukis.pipeline.Conditioning;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.Generation;
import dev.lukis.pipeline.UnusableOutputException;
import dev.lukis.tensor.Tensor;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Loads a model's directory, prints what it found, makes one image and prints what each stage took.
 * Opens no port.
 */
public final class ModelCheck {
  private static final String PROMPT = "a red balloon on the beach";
  private static final double MEGABYTE = 1 << 20;

  private final CheckOptions options;
  private final PrintStream out;

  private ModelCheck(CheckOptions options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /**
   * @param arguments of the command
   * @param out what was found
   * @param err one line, when the model cannot be used
   * @return the exit code: 0, 1 when the model cannot be used, 2 when the arguments are wrong
   */
  public static int run(List<String> arguments, PrintStream out, PrintStream err) {
    try {
      new ModelCheck(CheckOptions.parse(arguments), out).run();
      return 0;
    } catch (ModelException
        | OutOfDeviceMemoryException
        | NonFiniteOutputException
        | UnusableOutputException
        | IOException e) {
      err.println(e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
  }

  private void run() throws IOException {
    Stopwatch watch = new Stopwatch(out);
    ExecutionOptions execution =
        new ExecutionOptions(
            Devices.of(options.device()).get(0), options.threads(), Optional.empty());
    DiffusionModel model = DiffusionModel.load(options.directory(), execution);
    try (DiffusionPipeline pipeline = new DiffusionPipeline(model)) {
      describe(model.card(), model.report());
      watch.lap("loading");
      Tensor pixels = paint(pipeline, model.card(), watch);
      byte[] image = ImageFormat.PNG.encode(pixels);
      watch.lap("encoding as PNG");
      if (options.out().isPresent()) {
        Files.write(options.out().get(), image);
        out.println("written to " + options.out().get());
      }
    }
  }

  private void describe(ModelCard card, ModelReport report) {
    out.printf(Locale.ROOT, "model      %s%n", card.name());
    out.printf(Locale.ROOT, "family     %s%n", report.family());
    out.printf(Locale.ROOT, "scheduler  %s%n", report.scheduler());
    out.printf(Locale.ROOT, "device     %s%n", report.device());
    out.printf(
        Locale.ROOT,
        "size       %d x %d; takes %s%n",
        card.width(),
        card.height(),
        card.supportedSizes());
    out.printf(Locale.ROOT, "tokens     %s%n", card.readsAll() ? "all" : card.tokens());
    out.printf(Locale.ROOT, "draft      %s%n", inWords(card.draft()));
    out.printf(Locale.ROOT, "settle     %s%n", inWords(card.settle()));
    out.printf(Locale.ROOT, "previews   %s%n", report.previews());
    out.printf(Locale.ROOT, "on disk    %.1f MB%n", report.bytes() / MEGABYTE);
    report.graphs().forEach(graph -> out.printf(Locale.ROOT, "graph      %s%n", graph));
  }

  private static String inWords(SamplingPlan plan) {
    return String.format(
        Locale.ROOT, "%d steps, guidance scale %s", plan.steps(), plan.guidanceScale());
  }

  private static Tensor paint(DiffusionPipeline pipeline, ModelCard card, Stopwatch watch) {
    SamplingPlan plan = card.settle();
    ImageSpec request =
        new ImageSpec(
            PROMPT, "", 7, card.width(), card.height(), plan.steps(), plan.guidanceScale());
    Conditioning conditioning = pipeline.encode(request);
    watch.lap("encoding the prompt");
    Generation generation = pipeline.begin(request, conditioning);
    while (!generation.finished()) {
      pipeline.step(List.of(generation));
      watch.lap("step " + generation.stepIndex() + " of " + generation.steps());
    }
    pipeline.preview(List.of(generation));
    watch.lap("a preview");
    Tensor pixels = pipeline.decode(List.of(generation)).get(0);
    watch.lap("decoding");
    return pixels;
  }
}
