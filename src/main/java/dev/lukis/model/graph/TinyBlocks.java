package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;
import java.util.Map;
import java.util.Set;

/**
 * What decoder and encoder of {@code AutoencoderTiny} share: Bohan, "TAESD",
 * https://github.com/madebyollin/taesd (2023).
 *
 * <p>The layers are numbered; layers without weights are missing in the table.
 */
final class TinyBlocks {
  static final float MAGNITUDE = 3;

  private static final Configuration KEYS =
      new Configuration(
          Set.of(
              "in_channels",
              "out_channels",
              "encoder_block_out_channels",
              "decoder_block_out_channels",
              "block_out_channels",
              "num_encoder_blocks",
              "num_decoder_blocks",
              "latent_channels",
              "sample_size",
              "scaling_factor",
              "shift_factor",
              "force_upcast",
              // Only for latents that are stored as bytes.
              "latent_magnitude",
              "latent_shift"),
          Map.of(
              "act_fn", Set.of("\"relu\""),
              "upsample_fn", Set.of("\"nearest\""),
              "upsampling_scaling_factor", Set.of("2")));

  private final GraphBuilder g;
  private final String prefix;
  private final int last;

  /**
   * @param prefix of its layers' names
   */
  TinyBlocks(JsonObject config, TensorTable table, String prefix, GraphOptions options) {
    KEYS.check(config);
    this.g = new GraphBuilder(table, options);
    this.prefix = prefix;
    this.last = last(table, prefix);
  }

  private static int last(TensorTable table, String prefix) {
    int last = -1;
    for (String name : table.tensors().keySet()) {
      if (name.startsWith(prefix)) {
        String number = name.substring(prefix.length()).split("\\.", 2)[0];
        last = number.matches("[0-9]{1,4}") ? Math.max(last, Integer.parseInt(number)) : last;
      }
    }
    if (last < 0) {
      throw new ModelException(
          table.name() + ": " + prefix + "N: missing (expected: the layers of AutoencoderTiny)");
    }
    return last;
  }

  GraphBuilder graph() {
    return g;
  }

  /** The number of the last layer. */
  int last() {
    return last;
  }

  String name(int layer) {
    return prefix + layer;
  }

  boolean hasWeights(int layer) {
    return g.table().has(name(layer));
  }

  boolean isBlock(int layer) {
    return g.table().has(name(layer) + ".conv");
  }

  /** How many channels come out of the last layer. */
  int channels() {
    return g.table().get(name(last) + ".weight").size(0);
  }

  Value relu(Value x) {
    return g.node("Relu", x).output();
  }

  Value block(Value x, int layer) {
    String name = name(layer);
    Value h = relu(Layers.conv(g, x, name + ".conv.0"));
    h = relu(Layers.conv(g, h, name + ".conv.2"));
    h = Layers.conv(g, h, name + ".conv.4");
    Value direct = g.table().has(name + ".skip") ? Layers.conv(g, x, name + ".skip") : x;
    return relu(g.node("Add", h, direct).output());
  }
}
