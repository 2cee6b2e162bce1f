package dev.lukis.model;

import dev.lukis.model.checkpoint.Checkpoint;
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
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.Layouts;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.model.sampler.SamplerName;
import dev.lukis.model.sampler.SchedulerConfig;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.scheduler.Scheduler;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/**
 * Reads a {@link DiffusionModel} from its directory, one part after the other; what can be checked
 * without reading weights is checked first.
 */
final class ModelLoader {
  private static final double STEER_NOISE = 0.6;
  private static final int LATENT_CHANNELS = 4;
  private static final String SCHEDULER_CONFIG = "scheduler/scheduler_config.json";

  private final ModelDirectory directory;
  private final JsonObject index;
  private final ModelFamily family;
  private final ModelLayout layout;
  private final ModelSettings settings;
  private final ModelOrigin origin;
  private final LoadContext parts;

  /**
   * @param checkpoint that has the weights, where the directory only has the configuration
   * @param natives takes whatever is to be closed, also when loading fails half-way
   * @param families that the model may be of
   */
  ModelLoader(
      ModelDirectory directory,
      Optional<Checkpoint> checkpoint,
      ModelSource source,
      ExecutionOptions execution,
      List<ModelFamily> families,
      List<AutoCloseable> natives) {
    this.directory = directory;
    this.index = directory.requiredJson("model_index.json");
    this.family = ModelFamily.of(index, families);
    this.settings = source.settings();
    this.origin = ModelOrigin.of(directory);
    this.layout =
        Layouts.of(directory, checkpoint, source.tinyDecoder(), execution, hiddenStates())
            .with(source.loras(), source.loraFiles());
    this.parts = new LoadContext(directory, layout, execution, natives, new HashMap<>());
  }

  DiffusionModel load() {
    JsonObject unetConfig = layout.config(ModelLayout.DENOISER);
    JsonObject vaeConfig = layout.config(ModelLayout.DECODER);
    JsonObject schedulerConfig = schedulerConfig();
    Scheduler scheduler = SchedulerConfig.read(schedulerConfig);
    int channels = channels(unetConfig);
    int factor = layout.spatialFactor();
    checkConditioning();
    ImageSizes sizes = origin.sizes(ImageSizes.read(parts, unetConfig, factor));
    ModelCard card = card(schedulerConfig, sizes);
    checkPlans(card, scheduler);
    if (!parts.execution().device().onGpu()) {
      MemoryCheck.require(directory.name(), layout.bytes(graphs()));
    }

    Denoiser denoiser = Denoiser.load(parts, family.denoiserInputs(), channels, factor);
    PromptEncoder promptEncoder = family.promptEncoder(parts, index, clipSkip());
    VaeDecoder vae = VaeDecoder.load(parts, ModelLayout.DECODER, channels);
    Previewer previewer = previewer(vae, vaeConfig, channels, factor);
    return new DiffusionModel(
        Vocabulary.read(directory.optionalJson(Vocabulary.FILE)),
        card,
        scheduler,
        promptEncoder,
        denoiser,
        vae,
        previewer.decoder(),
        layout.has(ModelLayout.TINY_DECODER) ? previewer.decoder() : vae,
        channels,
        factor,
        report(schedulerConfig, previewer),
        parts);
  }

  private JsonObject schedulerConfig() {
    JsonObject own =
        origin.scheduler(family.schedulerConfig(directory.requiredJson(SCHEDULER_CONFIG)));
    JsonObject lukis = directory.optionalJson("lukis.json");
    Optional<String> name =
        settings
            .sampler()
            .or(() -> lukis.has("sampler") ? Optional.of(lukis.text("sampler")) : Optional.empty());
    return name.map(it -> SamplerName.of(it).in(own)).orElse(own);
  }

  private HiddenStates hiddenStates() {
    HiddenStates states = family.hiddenStates();
    int first = states.kind() == HiddenStates.Kind.LAST ? 1 : 2;
    return states.skipping(Math.max(0, clipSkip() - first));
  }

  private int clipSkip() {
    JsonObject lukis = directory.optionalJson("lukis.json");
    int skip = settings.clipSkip().orElseGet(() -> lukis.integer("clip_skip", 1));
    if (skip < 1) {
      throw lukis.refused("clip_skip", skip, ">= 1");
    }
    return skip;
  }

  // More go in than come out where a picture is given too.
  private static int channels(JsonObject unetConfig) {
    int in = unetConfig.integer("in_channels", LATENT_CHANNELS);
    int out = unetConfig.integer("out_channels", in);
    if (in > out) {
      throw unetConfig.refused(
          "in_channels",
          in,
          out + ", as out_channels; models that edit pictures are not supported");
    }
    return in;
  }

  private void checkConditioning() {
    OnnxSignature denoiser = parts.signature(ModelLayout.DENOISER);
    if (denoiser.hasInput(Denoiser.ENCODER_HIDDEN_STATES)
        && denoiser.input(Denoiser.ENCODER_HIDDEN_STATES).sizes().length == 3) {
      denoiser.requireSize(Denoiser.ENCODER_HIDDEN_STATES, 2, family.conditioningWidth(parts));
    }
  }

  private ModelCard card(JsonObject schedulerConfig, ImageSizes sizes) {
    JsonObject lukis = directory.optionalJson("lukis.json");
    DefaultPlans plans = origin.plans(() -> family.plans(schedulerConfig));
    return new ModelCard(
        lukis.text("name", origin.name(directory.name())),
        sizes.width(),
        sizes.height(),
        sizes.resizable(),
        family.tokens(parts),
        SamplingPlan.read(lukis.object("draft"), plans.draft()),
        SamplingPlan.read(lukis.object("settle"), plans.settle()),
        layout.has(ModelLayout.TINY_DECODER),
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
    String tiny = ModelLayout.TINY_DECODER;
    if (layout.has(tiny)) {
      return new Previewer(VaeDecoder.load(parts, tiny, channels), tiny);
    }
    Optional<LatentRgbPreview> colours = LatentRgbPreview.of(vaeConfig, channels, factor);
    return colours.isPresent()
        ? new Previewer(colours.get(), "a linear map of the latents")
        : new Previewer(vae, ModelLayout.DECODER);
  }

  /** The parts whose graphs are loaded. */
  private List<String> graphs() {
    List<String> all = new ArrayList<>(family.textEncoders());
    all.addAll(List.of(ModelLayout.DENOISER, ModelLayout.DECODER));
    if (layout.has(ModelLayout.TINY_DECODER)) {
      all.add(ModelLayout.TINY_DECODER);
    }
    all.sort(Comparator.naturalOrder());
    return all;
  }

  private ModelReport report(JsonObject schedulerConfig, Previewer previewer) {
    return new ModelReport(
        family.pipelineClass(),
        schedulerConfig.text("_class_name"),
        parts.execution().device(),
        graphs().stream().map(parts::signature).map(GraphReport::of).toList(),
        layout.bytes(graphs()),
        layout.weights(),
        previewer.words(),
        layout.loras().reports(),
        layout.notes());
  }
}
