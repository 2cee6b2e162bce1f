package dev.lukis.model;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LatentDecoder;
import dev.lukis.model.component.LatentRgbPreview;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.component.VaeDecoder;
import dev.lukis.model.family.DefaultPlans;
import dev.lukis.model.family.ModelFamily;
import dev.lukis.model.family.SamplingPlan;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.MemoryCheck;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads a {@link DiffusionModel} from its directory, one part after the other; what can be checked
 * without reading weights is checked first.
 */
final class ModelLoader {
  private static final double STEER_NOISE = 0.6;
  private static final String SCHEDULER_CONFIG = "scheduler/scheduler_config.json";

  private final ModelDirectory directory;
  private final LoadContext parts;
  private final List<ModelFamily> families;

  /**
   * @param natives takes whatever is to be closed, also when loading fails half-way
   * @param families that the model may be of
   */
  ModelLoader(
      ModelDirectory directory,
      ExecutionOptions execution,
      List<AutoCloseable> natives,
      List<ModelFamily> families) {
    this.families = families;
    this.directory = directory;
    this.parts = new LoadContext(directory, execution, natives);
  }

  DiffusionModel load() {
    JsonObject index = directory.requiredJson("model_index.json");
    ModelFamily family = ModelFamily.of(index, families);
    JsonObject unetConfig = directory.requiredJson("unet/config.json");
    JsonObject vaeConfig = directory.requiredJson("vae_decoder/config.json");
    JsonObject schedulerConfig = directory.requiredJson(SCHEDULER_CONFIG);
    Scheduler scheduler = SchedulerConfig.read(schedulerConfig);
    int channels = unetConfig.integer("in_channels");
    int factor = 1 << (vaeConfig.arrayLength("block_out_channels") - 1);
    checkConditioning(family);
    ImageSizes sizes = ImageSizes.read(parts, unetConfig, factor);
    ModelCard card = card(family, schedulerConfig, sizes);
    checkPlans(card, scheduler);
    if (!parts.execution().device().onGpu()) {
      MemoryCheck.require(directory.name(), bytes(family));
    }

    Denoiser denoiser = Denoiser.load(parts, family.denoiserInputs(), channels, factor);
    PromptEncoder promptEncoder = family.promptEncoder(parts, index);
    VaeDecoder vae = VaeDecoder.load(parts, VaeDecoder.FOLDER, vaeConfig, channels);
    Previewer previewer = previewer(vae, vaeConfig, channels, factor);
    return new DiffusionModel(
        Vocabulary.read(directory.optionalJson(Vocabulary.FILE)),
        card,
        scheduler,
        promptEncoder,
        denoiser,
        vae,
        previewer.decoder(),
        channels,
        factor,
        report(family, schedulerConfig, previewer),
        parts.natives());
  }

  private void checkConditioning(ModelFamily family) {
    OnnxSignature denoiser = parts.signature(Denoiser.FILE);
    if (denoiser.hasInput(Denoiser.ENCODER_HIDDEN_STATES)
        && denoiser.input(Denoiser.ENCODER_HIDDEN_STATES).sizes().length == 3) {
      denoiser.requireSize(Denoiser.ENCODER_HIDDEN_STATES, 2, family.conditioningWidth(parts));
    }
  }

  private ModelCard card(ModelFamily family, JsonObject schedulerConfig, ImageSizes sizes) {
    JsonObject lukis = directory.optionalJson("lukis.json");
    DefaultPlans plans = family.plans(schedulerConfig);
    return new ModelCard(
        lukis.text("name", directory.name()),
        sizes.width(),
        sizes.height(),
        sizes.resizable(),
        family.tokens(parts),
        SamplingPlan.read(lukis.object("draft"), plans.draft()),
        SamplingPlan.read(lukis.object("settle"), plans.settle()),
        steerNoise(lukis));
  }

  private static float steerNoise(JsonObject lukis) {
    double share = lukis.number("steer_noise", STEER_NOISE);
    if (!(share >= 0 && share <= 1)) {
      throw lukis.refused("steer_noise", share, "0..1");
    }
    return (float) share;
  }

  private void checkPlans(ModelCard card, Scheduler scheduler) {
    for (SamplingPlan plan : List.of(card.draft(), card.settle())) {
      try {
        scheduler.schedule(plan.steps());
      } catch (IllegalArgumentException e) {
        throw new ModelException(
            directory.name() + "/lukis.json: steps, for its scheduler: " + e.getMessage(), e);
      }
    }
  }

  /** How previews are made. */
  private record Previewer(LatentDecoder decoder, String words) {}

  private Previewer previewer(VaeDecoder vae, JsonObject vaeConfig, int channels, int factor) {
    if (directory.has(VaeDecoder.TINY_FOLDER + "/model.onnx")) {
      JsonObject config = directory.optionalJson(VaeDecoder.TINY_FOLDER + "/config.json");
      return new Previewer(
          VaeDecoder.load(parts, VaeDecoder.TINY_FOLDER, config, channels), VaeDecoder.TINY_FOLDER);
    }
    Optional<LatentRgbPreview> colours = LatentRgbPreview.of(vaeConfig, channels, factor);
    return colours.isPresent()
        ? new Previewer(colours.get(), "a linear map of the latents")
        : new Previewer(vae, VaeDecoder.FOLDER);
  }

  /** The graphs that are loaded, by their place within the model. */
  private List<String> graphs(ModelFamily family) {
    List<String> folders = new ArrayList<>(family.textEncoders());
    folders.add(VaeDecoder.TINY_FOLDER);
    folders.add(VaeDecoder.FOLDER);
    List<String> graphs = new ArrayList<>(List.of(Denoiser.FILE));
    folders.stream()
        .map(folder -> folder + "/model.onnx")
        .filter(directory::has)
        .forEach(graphs::add);
    graphs.sort(Comparator.naturalOrder());
    return graphs;
  }

  // Only what is loaded: a checkpoint that lies beside the graphs costs no memory.
  private long bytes(ModelFamily family) {
    List<String> files = new ArrayList<>();
    for (String graph : graphs(family)) {
      files.add(graph);
      String folder = graph.substring(0, graph.lastIndexOf('/') + 1);
      parts.signature(graph).externalFiles().forEach(file -> files.add(folder + file));
    }
    return directory.bytes(files);
  }

  private ModelReport report(ModelFamily family, JsonObject schedulerConfig, Previewer previewer) {
    return new ModelReport(
        family.pipelineClass(),
        schedulerConfig.text("_class_name"),
        parts.execution().device(),
        graphs(family).stream()
            .map(parts::signature)
            .map(it -> it.name() + " " + it.inputs())
            .toList(),
        bytes(family),
        previewer.words());
  }
}
