package dev.lukis.model;

import dev.lukis.scheduler.FlowMatchEulerDiscreteScheduler;
import dev.lukis.scheduler.Schedule;
import dev.lukis.scheduler.Scheduler;
import dev.lukis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A latent diffusion model: immutable weights, shared by all generations. Its parts are for one
 * thread at a time, except the tokenizer, which is thread-safe.
 *
 * <p>Owns all native memory of the model; {@link #close()} frees it, after which no part may be
 * used.
 */
public final class DiffusionModel implements AutoCloseable {
  private final Vocabulary vocabulary;
  private final ModelCard card;
  private final Scheduler scheduler;
  private final Tokenizer tokenizer;
  private final TextEncoder textEncoder;
  private final Denoiser denoiser;
  private final VaeDecoder vaeDecoder;
  private final int latentChannels;
  private final int spatialFactor;
  private final List<AutoCloseable> natives;

  DiffusionModel(
      Vocabulary vocabulary,
      ModelCard card,
      Scheduler scheduler,
      Tokenizer tokenizer,
      TextEncoder textEncoder,
      Denoiser denoiser,
      VaeDecoder vaeDecoder,
      int latentChannels,
      int spatialFactor,
      List<AutoCloseable> natives) {
    this.vocabulary = vocabulary;
    this.card = card;
    this.scheduler = scheduler;
    this.tokenizer = tokenizer;
    this.textEncoder = textEncoder;
    this.denoiser = denoiser;
    this.vaeDecoder = vaeDecoder;
    this.latentChannels = latentChannels;
    this.spatialFactor = spatialFactor;
    this.natives = natives;
  }

  /**
   * Loads a model.
   *
   * @param location a directory in diffusers' ONNX layout, or {@code classpath:} and a folder
   * @param threads how many processor threads share one operator, at least 1
   * @throws ModelException when a file is missing or not as expected; the message names it
   */
  public static DiffusionModel load(String location, int threads) {
    List<AutoCloseable> natives = new ArrayList<>();
    try (ModelDirectory directory = ModelDirectory.open(location)) {
      return new ModelLoader(directory, threads, natives).load();
    } catch (RuntimeException e) {
      closeAll(natives);
      throw e;
    }
  }

  public ModelCard card() {
    return card;
  }

  /** The words it understands, where it tells. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Tokenizer tokenizer() {
    return tokenizer;
  }

  public TextEncoder textEncoder() {
    return textEncoder;
  }

  public Denoiser denoiser() {
    return denoiser;
  }

  public VaeDecoder vaeDecoder() {
    return vaeDecoder;
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

  private static void closeAll(List<AutoCloseable> natives) {
    for (AutoCloseable each : natives) {
      try {
        each.close();
      } catch (Exception e) {
        throw new IllegalStateException("native memory could not be freed", e);
      }
    }
    natives.clear();
  }
}
