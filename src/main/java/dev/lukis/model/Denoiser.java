package dev.lukis.model;

import dev.lukis.tensor.Tensor;

/**
 * The UNet: predicts what is to be removed from noisy latents. Rows of a batch are independent and
 * may be at different timesteps. One thread at a time.
 */
public final class Denoiser implements AutoCloseable {
  private static final String FILE = "unet/model.onnx";
  private static final String SAMPLE = "sample";
  private static final String TIMESTEP = "timestep";
  private static final String ENCODER_HIDDEN_STATES = "encoder_hidden_states";

  private final OnnxGraph graph;
  private final GraphInput sample = new GraphInput(SAMPLE);
  private final GraphInput timestep = new GraphInput(TIMESTEP);
  private final GraphInput encoderHiddenStates = new GraphInput(ENCODER_HIDDEN_STATES);

  private Denoiser(OnnxGraph graph) {
    this.graph = graph;
  }

  static Denoiser load(ModelDirectory directory, int threads, int channels, int width) {
    OnnxGraph graph =
        OnnxGraph.load(directory, FILE, threads, SAMPLE, TIMESTEP, ENCODER_HIDDEN_STATES);
    graph.signature().requireInput(SAMPLE, OnnxType.FLOAT, 4);
    graph.signature().requireSize(SAMPLE, 1, channels);
    graph.signature().requireInput(TIMESTEP, OnnxType.FLOAT, 1);
    graph.signature().requireInput(ENCODER_HIDDEN_STATES, OnnxType.FLOAT, 3);
    graph.signature().requireSize(ENCODER_HIDDEN_STATES, 2, width);
    return new Denoiser(graph);
  }

  /** Whether the graph leaves the size of the latents open. */
  boolean resizable() {
    return graph.signature().inputSize(SAMPLE, 2) == -1
        && graph.signature().inputSize(SAMPLE, 3) == -1;
  }

  /**
   * @param latents [rows, channels, height/8, width/8]
   * @param timesteps the training timestep of each row
   * @param hiddenStates [rows, tokens, width]
   * @return the model's output, shaped like {@code latents}
   */
  public Tensor predict(Tensor latents, float[] timesteps, Tensor hiddenStates) {
    return graph.run(
        sample.set(latents),
        timestep.floats(timesteps, timesteps.length),
        encoderHiddenStates.set(hiddenStates));
  }

  /** For {@link DiffusionModel#close()}. */
  @Override
  public void close() {
    graph.close();
  }
}
