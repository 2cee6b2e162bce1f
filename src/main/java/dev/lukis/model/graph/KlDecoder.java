package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;

/**
 * The decoder of {@code AutoencoderKL}. Stateless.
 *
 * <p>Input {@code latent_sample} [batch, channels, height, width], already divided by {@code
 * scaling_factor}. Output {@code sample} [batch, 3, 8 height, 8 width], about [-1, 1].
 */
public final class KlDecoder {
  private KlDecoder() {}

  /**
   * @param config {@code config.json} of the network
   * @throws ModelException when configuration or weights are not as expected
   */
  public static NetworkGraph graph(JsonObject config, TensorTable table, GraphOptions options) {
    KlBlocks blocks = new KlBlocks(config, table, options);
    GraphBuilder g = blocks.graph();
    boolean quantised = table.has("post_quant_conv");
    String first = quantised ? "post_quant_conv" : "decoder.conv_in";
    int channels = table.get(first + ".weight").size(1);
    Value h = g.input("latent_sample", "batch", channels, "height", "width");
    if (quantised) {
      h = Layers.conv(g, h, "post_quant_conv");
    }
    h = blocks.middle(Layers.conv(g, h, "decoder.conv_in"), "decoder.mid_block");
    for (int i = 0; i < table.count("decoder.up_blocks"); i++) {
      String block = "decoder.up_blocks." + i;
      h = blocks.resnets(h, block);
      if (table.has(block + ".upsamplers")) {
        h = Upsampling.twice(g, h, block + ".upsamplers.0.conv");
      }
    }
    int colours = table.get("decoder.conv_out.weight").size(0);
    g.output("sample", blocks.end(h, "decoder"), "batch", colours, "pixels_y", "pixels_x");
    return g.graph();
  }
}
