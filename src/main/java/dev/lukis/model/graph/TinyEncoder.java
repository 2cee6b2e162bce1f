package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;

/**
 * The encoder of {@code AutoencoderTiny}. Stateless.
 *
 * <p>Input {@code sample} [batch, 3, height, width] in [-1, 1]. Output {@code latents} [batch,
 * channels, height / 8, width / 8], as the denoiser takes them.
 */
public final class TinyEncoder {
  private TinyEncoder() {}

  /**
   * @param config {@code config.json} of the network
   * @throws ModelException when configuration or weights are not as expected
   */
  public static NetworkGraph graph(JsonObject config, TensorTable table, GraphOptions options) {
    TinyBlocks blocks = new TinyBlocks(config, table, "encoder.layers.", options);
    GraphBuilder g = blocks.graph();
    int colours = table.get("encoder.layers.0.weight").size(1);
    Value sample = g.input("sample", "batch", colours, "pixels_y", "pixels_x");
    Value raised = g.node("Add", sample, g.number(1)).output();
    Value h = g.node("Div", raised, g.number(2)).output(); // the network reads [0, 1]
    for (int i = 0; i <= blocks.last(); i++) {
      h = layer(blocks, h, i);
    }
    g.output("latents", h, "batch", blocks.channels(), "height", "width");
    return g.graph();
  }

  // The convolutions between the first and the last halve the size.
  private static Value layer(TinyBlocks blocks, Value x, int i) {
    if (blocks.isBlock(i)) {
      return blocks.block(x, i);
    }
    boolean halves = i > 0 && i < blocks.last();
    return halves
        ? Layers.conv(blocks.graph(), x, blocks.name(i), 2, 1, 1)
        : Layers.conv(blocks.graph(), x, blocks.name(i));
  }
}
