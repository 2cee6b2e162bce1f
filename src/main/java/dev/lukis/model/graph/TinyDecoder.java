package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;

/**
 * The decoder of {@code AutoencoderTiny}. Stateless.
 *
 * <p>Input {@code latent_sample} [batch, channels, height, width], as the denoiser leaves it.
 * Output {@code sample} [batch, 3, 8 height, 8 width], about [-1, 1].
 */
public final class TinyDecoder {
  private TinyDecoder() {}

  /**
   * @param config {@code config.json} of the network
   * @throws ModelException when configuration or weights are not as expected
   */
  public static NetworkGraph graph(JsonObject config, TensorTable table, GraphOptions options) {
    TinyBlocks blocks = new TinyBlocks(config, table, "decoder.layers.", options);
    GraphBuilder g = blocks.graph();
    int channels = table.get("decoder.layers.0.weight").size(1);
    Value latents = g.input("latent_sample", "batch", channels, "height", "width");
    Value limit = g.number(TinyBlocks.MAGNITUDE);
    Value tanh = g.node("Tanh", g.node("Div", latents, limit).output()).output();
    Value h = g.node("Mul", tanh, limit).output();
    for (int i = 0; i <= blocks.last(); i++) {
      h = layer(blocks, h, i);
    }
    // The network paints in [0, 1].
    Value doubled = g.node("Mul", h, g.number(2)).output();
    Value sample = g.node("Sub", doubled, g.number(1)).output();
    g.output("sample", sample, "batch", blocks.channels(), "pixels_y", "pixels_x");
    return g.graph();
  }

  // A layer without weights doubles the size, but for the activation at 1.
  private static Value layer(TinyBlocks blocks, Value x, int i) {
    if (i == 1) {
      return blocks.relu(x);
    }
    if (!blocks.hasWeights(i)) {
      return x;
    }
    if (blocks.isBlock(i)) {
      return blocks.block(x, i);
    }
    boolean doubles = i > 2 && !blocks.hasWeights(i - 1);
    return doubles
        ? Upsampling.twice(blocks.graph(), x, blocks.name(i))
        : Layers.conv(blocks.graph(), x, blocks.name(i));
  }
}
