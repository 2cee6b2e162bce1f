package dev.lukis.model;

import dev.lukis.tensor.Tensor;
import java.util.List;

/** Turns token ids into the hidden states that condition the denoiser. One thread at a time. */
public final class TextEncoder implements AutoCloseable {
  private static final String INPUT_IDS = "input_ids";

  private final OnnxGraph graph;
  private final GraphInput inputIds = new GraphInput(INPUT_IDS);

  private TextEncoder(OnnxGraph graph) {
    this.graph = graph;
  }

  static TextEncoder load(ModelDirectory directory, int threads) {
    OnnxGraph graph = OnnxGraph.load(directory, "text_encoder/model.onnx", threads, INPUT_IDS);
    graph.signature().requireInput(INPUT_IDS, OnnxType.INT64, 2);
    return new TextEncoder(graph);
  }

  /**
   * @param prompts at least one, all of one length
   * @return hidden states [prompts, tokens, width]
   */
  public Tensor encode(List<Tokens> prompts) {
    int length = prompts.get(0).ids().length;
    long[] ids = new long[prompts.size() * length];
    for (int i = 0; i < prompts.size(); i++) {
      System.arraycopy(prompts.get(i).ids(), 0, ids, i * length, length);
    }
    return graph.run(inputIds.longs(ids, prompts.size(), length));
  }

  /** For {@link DiffusionModel#close()}. */
  @Override
  public void close() {
    graph.close();
  }
}
