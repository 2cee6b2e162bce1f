package dev.lukis.model;

import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;

/** Turns clean latents into pixels. One thread at a time. */
public final class VaeDecoder implements AutoCloseable {
  private static final String LATENT_SAMPLE = "latent_sample";

  private final OnnxGraph graph;
  private final float scalingFactor;
  private final float shiftFactor;
  private final GraphInput latentSample = new GraphInput(LATENT_SAMPLE);

  private VaeDecoder(OnnxGraph graph, float scalingFactor, float shiftFactor) {
    this.graph = graph;
    this.scalingFactor = scalingFactor;
    this.shiftFactor = shiftFactor;
  }

  static VaeDecoder load(ModelDirectory directory, int threads, int channels) {
    OnnxGraph graph = OnnxGraph.load(directory, "vae_decoder/model.onnx", threads, LATENT_SAMPLE);
    graph.signature().requireInput(LATENT_SAMPLE, OnnxType.FLOAT, 4);
    graph.signature().requireSize(LATENT_SAMPLE, 1, channels);
    JsonFile config = directory.requiredJson("vae_decoder/config.json");
    return new VaeDecoder(
        graph,
        (float) config.number("scaling_factor", 1),
        (float) config.number("shift_factor", 0));
  }

  /**
   * @param latents [rows, channels, height/8, width/8], as the denoiser leaves them
   * @return pixels [rows, 3, height, width], red, green and blue, nominally in [-1, 1]
   */
  public Tensor decode(Tensor latents) {
    return graph.run(latentSample.set(unscaled(latents)));
  }

  private Tensor unscaled(Tensor latents) {
    if (scalingFactor == 1 && shiftFactor == 0) {
      return latents;
    }
    Tensor scaled = latents.times(1 / scalingFactor);
    Shape shape = scaled.shape();
    float[] shifted = scaled.data();
    for (int i = 0; i < shifted.length; i++) {
      shifted[i] += shiftFactor;
    }
    return new Tensor(shape, shifted);
  }

  /** For {@link DiffusionModel#close()}. */
  @Override
  public void close() {
    graph.close();
  }
}
