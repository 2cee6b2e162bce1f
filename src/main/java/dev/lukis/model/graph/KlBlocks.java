package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.weights.TensorTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What decoder and encoder of {@code AutoencoderKL} share: Rombach et al., "High-Resolution Image
 * Synthesis with Latent Diffusion Models" (2022).
 */
final class KlBlocks {
  private static final double EPS = 1e-6;
  private static final Configuration KEYS =
      new Configuration(
          Set.of(
              "in_channels",
              "out_channels",
              "down_block_types",
              "up_block_types",
              "block_out_channels",
              "layers_per_block",
              "latent_channels",
              "norm_num_groups",
              "sample_size",
              "scaling_factor",
              "shift_factor",
              "force_upcast",
              "use_quant_conv",
              "use_post_quant_conv",
              "mid_block_add_attention"),
          Map.of("act_fn", Set.of("\"silu\"", "\"swish\"")));

  private final GraphBuilder g;
  private final int groups;

  KlBlocks(JsonObject config, TensorTable table, GraphOptions options) {
    KEYS.check(config);
    Configuration.requireBlocks(config, "down_block_types", Set.of("DownEncoderBlock2D"));
    Configuration.requireBlocks(config, "up_block_types", Set.of("UpDecoderBlock2D"));
    this.g = new GraphBuilder(table, options);
    this.groups = Configuration.parts(config, "norm_num_groups", 32);
  }

  GraphBuilder graph() {
    return g;
  }

  /** The last norm, activation and convolution. */
  Value end(Value x, String name) {
    Value normal = Layers.groupNorm(g, x, name + ".conv_norm_out", groups, EPS);
    return Layers.conv(g, Layers.silu(g, normal), name + ".conv_out");
  }

  /** The resnets of a block. */
  Value resnets(Value x, String block) {
    Value h = x;
    for (int i = 0; i < g.table().count(block + ".resnets"); i++) {
      h = resnet(h, block + ".resnets." + i);
    }
    return h;
  }

  private Value resnet(Value x, String name) {
    Value first = Layers.silu(g, Layers.groupNorm(g, x, name + ".norm1", groups, EPS));
    Value h = Layers.conv(g, first, name + ".conv1");
    Value second = Layers.silu(g, Layers.groupNorm(g, h, name + ".norm2", groups, EPS));
    h = Layers.conv(g, second, name + ".conv2");
    Value direct =
        g.table().has(name + ".conv_shortcut") ? Layers.conv(g, x, name + ".conv_shortcut") : x;
    return g.node("Add", direct, h).output();
  }

  Value middle(Value x, String name) {
    Value h = resnet(x, name + ".resnets.0");
    if (g.table().has(name + ".attentions.0")) {
      h = attention(h, name + ".attentions.0");
    }
    return resnet(h, name + ".resnets.1");
  }

  /** One head over all pixels. Old files have other names, and matrices with axes of size 1. */
  private Value attention(Value x, String name) {
    int channels = g.table().get(name + ".group_norm.weight").size(0);
    List<String> names =
        g.table().has(name + ".to_q")
            ? List.of("to_q", "to_k", "to_v", "to_out.0")
            : List.of("query", "key", "value", "proj_attn");
    Value normal = Layers.groupNorm(g, x, name + ".group_norm", groups, EPS);
    Value rows = Rows.ofImage(g, normal, channels);
    Value q = Layers.linear(g, rows, name + "." + names.get(0));
    Value k = Layers.linear(g, rows, name + "." + names.get(1));
    Value v = Layers.linear(g, rows, name + "." + names.get(2));
    Value shape = Rows.sequenceShape(g, x, channels);
    Value attended = Attention.of(g, q, k, v, 1, shape, channels, false);
    Value out = Layers.linear(g, attended, name + "." + names.get(3));
    return g.node("Add", Rows.toImage(g, out, channels, x), x).output();
  }
}
