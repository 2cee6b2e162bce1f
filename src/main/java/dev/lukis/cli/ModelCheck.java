package dev.lukis.cli;

import dev.lukis.image.ImageFormat;
import dev.lukis.image.ImageSpec;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.GraphReport;
import dev.lukis.model.ModelCard;
import dev.lukis.model.ModelReport;
import dev.lukis.model.ModelSettings;
import dev.lukis.model.ModelSource;
import dev.lukis.model.checkpoint.CheckpointKind;
import dev.lukis.model.family.SamplingPlan;
import dev.lukis.model.files.MemoryCheck;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.files.TemporaryFolder;
import dev.lukis.model.hub.FetchListener;
import dev.lukis.model.hub.HubSettings;
import dev.lukis.model.hub.ModelLocation;
import dev.lukis.model.hub.ModelParts;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.onnx.Device;
import dev.lukis.model.onnx.Devices;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.NodeProviders;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Loads a model, from a directory, a file or the Hub, prints what it found, makes one image and
 * prints what each stage took and which execution provider ran the nodes. Opens no port.
 */
public final class ModelCheck {
  private static final String PROMPT = "a red balloon on the beach";

  private final CheckOptions options;
  private final CheckOutput out;
  private final FetchListener progress;
  private final Map<String, String> environment;

  private ModelCheck(
      CheckOptions options,
      CheckOutput out,
      FetchListener progress,
      Map<String, String> environment) {
    this.options = options;
    this.out = out;
    this.progress = progress;
    this.environment = environment;
  }

  /**
   * @param arguments of the command
   * @param environment variables of this process
   * @param out what was found
   * @param err one line, when the model cannot be used
   * @return the exit code: 0, 1 when the model cannot be used, 2 when the arguments are wrong
   */
  public static int run(
      List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
    CheckOptions options;
    try {
      options = CheckOptions.parse(arguments);
    } catch (IllegalArgumentException e) {
      err.println(e.getMessage());
      return 2;
    }
    CheckOutput output = options.json() ? new CheckJson(out, err) : new CheckText(out, err);
    PrintStream progress = options.json() ? err : out;
    int code =
        new ModelCheck(
                options,
                output,
                new ProgressPrinter(progress, false, System::nanoTime),
                environment)
            .code();
    output.end();
    return code;
  }

  private int code() {
    try {
      run();
      return 0;
    } catch (ModelException
        | OutOfDeviceMemoryException
        | NonFiniteOutputException
        | UnusableOutputException
        | IOException e) {
      out.failed(String.valueOf(e.getMessage()));
      return 1;
    } catch (IllegalArgumentException e) {
      out.failed(String.valueOf(e.getMessage()));
      return 2;
    }
  }

  private void run() throws IOException {
    Device device = Devices.of(options.device()).get(0);
    ModelSource source = source(device);
    out.files(files(source));
    Path profiles = Files.createTempDirectory(TemporaryFolder.ofThisProcess(), "check-");
    try {
      ExecutionOptions execution = ExecutionOptions.of(device, options.threads());
      ModelReport report = check(source, execution.withProfiles(profiles));
      Map<String, SortedMap<String, Integer>> providers = new TreeMap<>();
      for (GraphReport graph : report.graphs()) {
        providers.put(graph.name(), NodeProviders.of(profiles, graph.name()));
      }
      out.providers(providers);
    } finally {
      delete(profiles);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private ModelReport check(ModelSource source, ExecutionOptions execution) throws IOException {
    OptionalLong available = MemoryCheck.available();
    Stopwatch watch = new Stopwatch(out);
    DiffusionModel model = DiffusionModel.load(source, execution);
    try (DiffusionPipeline pipeline = new DiffusionPipeline(model)) {
      out.model(model.card(), model.report());
      out.memory(model.report().bytes(), available);
      watch.lap("loading");
      Tensor pixels = paint(pipeline, model.card(), watch);
      byte[] image = ImageFormat.PNG.encode(pixels);
      watch.lap("encoding as PNG");
      out.painted(model.card().width(), model.card().height());
      if (options.out().isPresent()) {
        Files.write(options.out().get(), image);
        out.written(options.out().get().toString());
      }
      out.peak(MemoryCheck.peak());
    }
    return model.report();
  }

  private ModelSource source(Device device) {
    List<Device> devices = List.of(device);
    HubSettings settings = HubSettings.of(environment);
    List<LoraSource> loras = LoraSource.parseAll(options.loras());
    ModelParts parts = new ModelParts(settings, devices, progress);
    String location = ModelLocation.local(options.directory(), devices, settings, progress);
    return ModelSource.of(location)
        .withSettings(new ModelSettings(options.sampler(), options.clipSkip()))
        .withKind(CheckpointKind.parse(options.kind()))
        .withTinyDecoder(parts.tinyDecoder(options.tinyDecoder(), options.directory()))
        .withLoras(loras, parts);
  }

  private static List<CheckedFile> files(ModelSource source) throws IOException {
    List<CheckedFile> files = new ArrayList<>(CheckedFile.all(source.location()));
    if (source.tinyDecoder().isPresent()) {
      files.addAll(CheckedFile.all(source.tinyDecoder().get()));
    }
    for (LoraSource lora : source.loras()) {
      files.addAll(CheckedFile.all(source.loraFiles().file(lora.location()).toString()));
    }
    return files;
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
