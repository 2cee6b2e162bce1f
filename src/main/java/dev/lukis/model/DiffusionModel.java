package dev.lukis.model;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LatentDecoder;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.family.ModelFamily;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.tokenizer.PromptReader;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A latent diffusion model: immutable weights, shared by all generations. Its parts are for one
 * thread at a time.
 *
 * <p>Owns all native memory of the model; {@link #close()} frees it, after which no part may be
 * used.
 */
public final class DiffusionModel implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final ModelCard card;
  private final Scheduler scheduler;
  private final PromptEncoder promptEncoder;
  private final Denoiser denoiser;
  private final LatentDecoder decoder;
  private final LatentDecoder previewer;
  private final int latentChannels;
  private final int spatialFactor;
  private final ModelReport report;
  private final List<AutoCloseable> natives;

  public DiffusionModel(
      Vocabulary vocabulary,
      ModelCard card,
      Scheduler scheduler,
      PromptEncoder promptEncoder,
      Denoiser denoiser,
      LatentDecoder decoder,
      LatentDecoder previewer,
      int latentChannels,
      int spatialFactor,
      ModelReport report,
      List<AutoCloseable> natives) {
    this.vocabulary = vocabulary;
    this.card = card;
    this.scheduler = scheduler;
    this.promptEncoder = promptEncoder;
    this.denoiser = denoiser;
    this.decoder = decoder;
    this.previewer = previewer;
    this.latentChannels = latentChannels;
    this.spatialFactor = spatialFactor;
    this.report = report;
    this.natives = natives;
  }

  /** Loads a model that runs on the processor; see {@link #load(String, ExecutionOptions)}. */
  public static DiffusionModel load(String location, int threads) {
    return load(location, ExecutionOptions.cpu(threads));
  }

  /**
   * Loads a model.
   *
   * @param location a directory in diffusers' ONNX layout, or {@code classpath:} and a folder
   * @throws ModelException when a file is missing or not as expected; the message names it
   */
  public static DiffusionModel load(String location, ExecutionOptions execution) {
    return load(location, execution, ModelFamily.all());
  }

  /**
   * Loads a model that is of one of some families.
   *
   * @throws ModelException when a file is missing or not as expected; the message names it
   */
  public static DiffusionModel load(
      String location, ExecutionOptions execution, List<ModelFamily> families) {
    List<AutoCloseable> natives = new ArrayList<>();
    try (ModelDirectory directory = ModelDirectory.open(location)) {
      return new ModelLoader(directory, execution, natives, families).load();
    } catch (RuntimeException | Error e) {
      closeAll(natives);
      throw e;
    }
  }

  public ModelCard card() {
    return card;
  }

  /** Prepares prompts for {@link #promptEncoder}. */
  public PromptReader promptReader() {
    return new PromptReader(vocabulary);
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
   */
  public Schedule schedule(int steps) {
    if (!(scheduler instanceof FlowMatchEulerDiscreteScheduler flow) || steps < 1) {
      return scheduler.schedule(steps);
    }
    double[] sigmas = new double[steps];
    for (int i = 0; i < steps; i++) {
      sigmas[i] = 1 - (double) i / steps;
    }
    return flow.schedule(sigmas);
  }

  @Override
  public void close() {
    closeAll(natives);
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
