package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;

/**
 * The encoder of {@code AutoencoderKL}. Stateless.
 *
 * <p>Input {@code sample} [batch, 3, height, width] in [-1, 1]. Output {@code latent_parameters}
 * [batch, 2 channels, height / 8, width / 8]: the means, then the logarithms of the variances.
 */
public final class KlEncoder {
  private KlEncoder() {}

  /**
   * @param config {@code config.json} of the network
   * @throws ModelException when configuration or weights are not as expected
   */
  public static NetworkGraph graph(JsonObject config, TensorTable table, GraphOptions options) {
    KlBlocks blocks = new KlBlocks(config, table, options);
    GraphBuilder g = blocks.graph();
    int colours = table.get("encoder.conv_in.weight").size(1);
    Value sample = g.input("sample", "batch", colours, "pixels_y", "pixels_x");
    Value h = Layers.conv(g, sample, "encoder.conv_in");
    for (int i = 0; i < table.count("encoder.down_blocks"); i++) {
      String block = "encoder.down_blocks." + i;
      h = blocks.resnets(h, block);
      if (table.has(block + ".downsamplers")) {
        h = Layers.conv(g, h, block + ".downsamplers.0.conv", 2, 0, 1);
      }
    }
    h = blocks.end(blocks.middle(h, "encoder.mid_block"), "encoder");
    int parameters = table.get("encoder.conv_out.weight").size(0);
    if (table.has("quant_conv")) {
      h = Layers.conv(g, h, "quant_conv");
    }
    g.output("latent_parameters", h, "batch", parameters, "height", "width");
    return g.graph();
  }
}
