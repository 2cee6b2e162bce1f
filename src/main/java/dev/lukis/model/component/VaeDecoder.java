package dev.lukis.model.component;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.onnx.InputBuffer;
import dev.lukis.model.onnx.OnnxGraph;
import dev.lukis.model.onnx.OnnxSignature;
import dev.lukis.tensor.Tensor;
import java.util.Set;

/** The decoder of an autoencoder, the model's own or a tiny one. One thread at a time. */
public final class VaeDecoder implements LatentDecoder, AutoCloseable {
  public static final String LATENT_SAMPLE = "latent_sample";

  private final OnnxGraph graph;
  private final LatentScaling scaling;
  private final InputBuffer latentSample;

  private VaeDecoder(OnnxGraph graph, LatentScaling scaling) {
    this.graph = graph;
    this.scaling = scaling;
    this.latentSample = new InputBuffer(graph.signature(), LATENT_SAMPLE);
  }

  /**
   * @param part the model's own decoder, or its tiny one
   * @param channels of the latents
   */
  public static VaeDecoder load(LoadContext parts, String part, int channels) {
    JsonObject config = parts.layout().config(part);
    OnnxSignature signature = parts.signature(part);
    signature.requireInputs(Set.of(LATENT_SAMPLE), Set.of());
    signature.requireInput(LATENT_SAMPLE, OnnxSignature.FLOATS, 4);
    signature.requireOpen(LATENT_SAMPLE, 0);
    signature.requireSize(LATENT_SAMPLE, 1, channels);
    LatentScaling scaling = LatentScaling.of(config);
    return parts.owned(new VaeDecoder(parts.graph(part, signature), scaling));
  }

  public OnnxSignature signature() {
    return graph.signature();
  }

  @Override
  public Tensor decode(Tensor latents) {
    return graph.run(latentSample.set(scaling.undo(latents)));
  }

  /** Called when the model is closed, which owns this part. */
  @Override
  public void close() {
    graph.close();
  }
}
