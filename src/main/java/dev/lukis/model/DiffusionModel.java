package dev.lukis.model;

import dev.lukis.model.checkpoint.Checkpoint;
import dev.lukis.model.checkpoint.CheckpointFile;
import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LatentDecoder;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.family.ModelFamily;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraReport;
import dev.lukis.model.lora.LoraSource;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.tokenizer.PromptReader;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.tensor.Shape;
import dev.lukis.text.PromptDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A latent diffusion model: immutable weights, shared by all generations. Its parts are for one
 * thread at a time.
 *
 * <p>Owns all native memory of the model; {@link #close()} frees it, after which no part may be
 * used.
 */
public final class DiffusionModel implements AutoCloseable {
  /** Latents along an axis that make one token of a flow model's image. */
  private static final int PATCH = 2;

  private final Vocabulary vocabulary;
  private final ModelCard card;
  private final Scheduler scheduler;
  private final PromptEncoder promptEncoder;
  private final Denoiser denoiser;
  private final LatentDecoder decoder;
  private final LatentDecoder previewer;
  private final LatentDecoder draftDecoder;
  private final int latentChannels;
  private final int spatialFactor;
  private final ModelReport report;
  private final LoadContext parts;

  // Mutable state
  private ModelLayout layout;

  public DiffusionModel(
      Vocabulary vocabulary,
      ModelCard card,
      Scheduler scheduler,
      PromptEncoder promptEncoder,
      Denoiser denoiser,
      LatentDecoder decoder,
      LatentDecoder previewer,
      LatentDecoder draftDecoder,
      int latentChannels,
      int spatialFactor,
      ModelReport report,
      LoadContext parts) {
    this.vocabulary = vocabulary;
    this.card = card;
    this.scheduler = scheduler;
    this.promptEncoder = promptEncoder;
    this.denoiser = denoiser;
    this.decoder = decoder;
    this.previewer = previewer;
    this.draftDecoder = draftDecoder;
    this.latentChannels = latentChannels;
    this.spatialFactor = spatialFactor;
    this.report = report;
    this.parts = parts;
    this.layout = parts.layout();
  }

  /** Loads a model that runs on the processor; see {@link #load(String, ExecutionOptions)}. */
  public static DiffusionModel load(String location, int threads) {
    return load(location, ExecutionOptions.cpu(threads));
  }

  /**
   * Loads a model.
   *
   * @param location a directory in diffusers' layout, with safetensors or ONNX graphs; or {@code
   *     classpath:} and a folder
   * @throws ModelException when a file is missing or not as expected; the message names it
   */
  public static DiffusionModel load(String location, ExecutionOptions execution) {
    return load(ModelSource.of(location), execution);
  }

  /**
   * Loads a model with what belongs to it, and with settings of its operator.
   *
   * @throws ModelException when a file is missing or not as expected, or the model cannot do what a
   *     setting asks for; the message names it
   */
  public static DiffusionModel load(ModelSource source, ExecutionOptions execution) {
    return load(source, execution, ModelFamily.all());
  }

  /**
   * Loads a model that is of one of some families.
   *
   * @throws ModelException as {@link #load(ModelSource, ExecutionOptions)} does
   */
  public static DiffusionModel load(
      ModelSource source, ExecutionOptions execution, List<ModelFamily> families) {
    Optional<Checkpoint> checkpoint =
        CheckpointFile.of(source.location()).map(file -> Checkpoint.read(file, source.kind()));
    List<AutoCloseable> natives = new ArrayList<>();
    try (ModelDirectory directory = directory(source.location(), checkpoint)) {
      return new ModelLoader(directory, checkpoint, source, execution, families, natives).load();
    } catch (RuntimeException | Error e) {
      closeAll(natives);
      throw e;
    }
  }

  private static ModelDirectory directory(String location, Optional<Checkpoint> checkpoint) {
    return checkpoint
        .map(file -> ModelDirectory.configuration(location, file.configuration()))
        .orElseGet(() -> ModelDirectory.open(location));
  }

  public ModelCard card() {
    return card;
  }

  /** Prepares prompts for {@link #promptEncoder}. */
  public PromptReader promptReader() {
    return new PromptReader(
        vocabulary, readsWeights() ? PromptDialect.WEIGHTS : PromptDialect.PLAIN);
  }

  /** Whether weights and breaks in a prompt have a meaning; else they change nothing. */
  public boolean readsWeights() {
    return promptEncoder.readsWeights() && vocabulary.known().isEmpty();
  }

  /** The words it understands, where it tells. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** What was found when it was loaded. */
  public ModelReport report() {
    return report;
  }

  public PromptEncoder promptEncoder() {
    return promptEncoder;
  }

  public Denoiser denoiser() {
    return denoiser;
  }

  /** Turns clean latents into the finished picture. */
  public LatentDecoder decoder() {
    return decoder;
  }

  /** Turns clean latents into a draft's picture: the tiny decoder, or the model's own. */
  public LatentDecoder draftDecoder() {
    return draftDecoder;
  }

  /** Turns latents into a first glance, at less cost where the model has the means. */
  public LatentDecoder previewer() {
    return previewer;
  }

  /** The shape of the latents of an image: [channels, height/8, width/8]. */
  public Shape latentShape(int width, int height) {
    return Shape.of(latentChannels, height / spatialFactor, width / spatialFactor);
  }

  /**
   * The steps of a generation. A flow model is given evenly spaced noise levels 1, 1 - 1/n, ...,
   * 1/n, as diffusers' pipelines for such models do: the scheduler's own spacing would spend its
   * last step on next to no noise.
   *
   * @param width of the image in pixels
   * @param height likewise
   */
  public Schedule schedule(int steps, int width, int height) {
    int imageSeqLen =
        Math.max(1, (width / spatialFactor / PATCH) * (height / spatialFactor / PATCH));
    if (!(scheduler instanceof FlowMatchEulerDiscreteScheduler flow) || steps < 1) {
      return scheduler.schedule(steps, imageSeqLen);
    }
    double[] sigmas = new double[steps];
    for (int i = 0; i < steps; i++) {
      sigmas[i] = 1 - (double) i / steps;
    }
    return flow.schedule(sigmas, imageSeqLen);
  }

  /** The LoRAs that are added to the weights now. */
  public List<LoraReport> loras() {
    return layout.loras().reports();
  }

  /**
   * Loads the graphs that other LoRAs change, or that the present ones do. The model paints as
   * before until {@link #become}. On any thread, one at a time.
   *
   * @throws ModelException when a LoRA cannot be used with the model; it stays as it is
   */
  public PreparedLoras prepare(List<LoraSource> loras, LoraFiles files) {
    return PreparedLoras.of(layout, layout.with(loras, files), parts.execution());
  }

  /** Paints with other LoRAs from now on. On the model's thread, between two calls of its parts. */
  public void become(PreparedLoras prepared) {
    prepared
        .graphs()
        .forEach((part, graph) -> Objects.requireNonNull(parts.graphs().get(part)).become(graph));
    prepared.graphs().clear();
    layout = prepared.layout();
  }

  @Override
  public void close() {
    closeAll(parts.natives());
  }

  // Also where one of them fails, the others are freed.
  private static void closeAll(List<AutoCloseable> natives) {
    IllegalStateException failure =
        new IllegalStateException("native memory could not be freed (expected: all of it)");
    for (AutoCloseable each : natives) {
      try {
        each.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
    natives.clear();
    if (failure.getSuppressed().length > 0) {
      throw failure;
    }
  }
}
