package dev.lukis.model.component;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.Set;

/** The decoder of an autoencoder, the model's own or a tiny one. One thread at a time. */
public final class VaeDecoder implements LatentDecoder, AutoCloseable {
  public static final String FOLDER = "vae_decoder";
  public static final String TINY_FOLDER = "tiny_vae_decoder";
  public static final String LATENT_SAMPLE = "latent_sample";

  private final OnnxGraph graph;
  private final float scalingFactor;
  private final float shiftFactor;
  private final InputBuffer latentSample;

  private VaeDecoder(OnnxGraph graph, JsonObject config) {
    this.graph = graph;
    this.scalingFactor = (float) config.number("scaling_factor", 1);
    this.shiftFactor = (float) config.number("shift_factor", 0);
    this.latentSample = new InputBuffer(graph.signature(), LATENT_SAMPLE);
  }

  /**
   * @param channels of the latents
   */
  public static VaeDecoder load(LoadContext parts, String folder, JsonObject config, int channels) {
    OnnxSignature signature = parts.signature(folder + "/model.onnx");
    signature.requireInputs(Set.of(LATENT_SAMPLE), Set.of());
    signature.requireInput(LATENT_SAMPLE, OnnxSignature.FLOATS, 4);
    signature.requireOpen(LATENT_SAMPLE, 0);
    signature.requireSize(LATENT_SAMPLE, 1, channels);
    if (config.number("scaling_factor", 1) <= 0) {
      throw config.refused("scaling_factor", config.number("scaling_factor"), "> 0");
    }
    return parts.owned(new VaeDecoder(parts.graph(signature), config));
  }

  public OnnxSignature signature() {
    return graph.signature();
  }

  @Override
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

  /** Called when the model is closed, which owns this part. */
  @Override
  public void close() {
    graph.close();
  }
}
