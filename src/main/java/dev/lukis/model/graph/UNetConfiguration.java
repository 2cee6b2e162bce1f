package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which configurations of a UNet are understood. Stateless. */
final class UNetConfiguration {
  private static final Set<String> NULL = Set.of("null");
  private static final Set<String> FALSE = Set.of("false");
  private static final Set<String> FALSE_OR_NULL = Set.of("false", "null");
  private static final Set<String> ONE = Set.of("1");

  private static final Configuration KEYS =
      new Configuration(
          Set.of(
              "sample_size",
              "in_channels",
              "out_channels",
              "center_input_sample",
              "flip_sin_to_cos",
              "freq_shift",
              "down_block_types",
              "up_block_types",
              "block_out_channels",
              "layers_per_block",
              "dropout",
              "norm_num_groups",
              "norm_eps",
              "cross_attention_dim",
              "transformer_layers_per_block",
              "reverse_transformer_layers_per_block",
              "attention_head_dim",
              "use_linear_projection",
              "addition_embed_type_num_heads",
              "addition_time_embed_dim",
              // diffusers computes attention with one operator, which is exact in any case.
              "upcast_attention",
              "time_embedding_dim",
              "time_cond_proj_dim",
              "conv_in_kernel",
              "conv_out_kernel",
              "projection_class_embeddings_input_dim"),
          Map.ofEntries(
              Map.entry("act_fn", Set.of("\"silu\"", "\"swish\"")),
              Map.entry("time_embedding_type", Set.of("\"positional\"")),
              Map.entry("timestep_post_act", NULL),
              Map.entry("time_embedding_act_fn", NULL),
              Map.entry("resnet_time_scale_shift", Set.of("\"default\"")),
              Map.entry("resnet_skip_time_act", FALSE),
              Map.entry("resnet_out_scale_factor", ONE),
              Map.entry("mid_block_scale_factor", ONE),
              Map.entry("downsample_padding", ONE),
              Map.entry("class_embed_type", NULL),
              Map.entry("num_class_embeds", NULL),
              Map.entry("class_embeddings_concat", FALSE),
              Map.entry("only_cross_attention", FALSE),
              Map.entry("dual_cross_attention", FALSE),
              Map.entry("mid_block_only_cross_attention", FALSE_OR_NULL),
              Map.entry("cross_attention_norm", NULL),
              Map.entry("num_attention_heads", NULL),
              Map.entry("encoder_hid_dim", NULL),
              Map.entry("encoder_hid_dim_type", NULL),
              Map.entry("attention_type", Set.of("\"default\"")),
              Map.entry("addition_embed_type", Set.of("null", "\"text_time\"")),
              Map.entry(
                  "mid_block_type",
                  Set.of("null", "\"UNetMidBlock2DCrossAttn\"", "\"UNetMidBlock2D\""))));

  private static final List<String> STAGES = List.of("down_block_types", "up_block_types");
  private static final Set<String> BLOCKS =
      Set.of("DownBlock2D", "CrossAttnDownBlock2D", "UpBlock2D", "CrossAttnUpBlock2D");

  private UNetConfiguration() {}

  /**
   * @throws ModelException when the graph would be another than the configuration means
   */
  static void check(JsonObject config, TensorTable table) {
    KEYS.check(config);
    STAGES.forEach(key -> Configuration.requireBlocks(config, key, BLOCKS));
    TimeEmbedding.check(config, table);
    int stages = table.count("down_blocks");
    if (stages == 0 || stages != table.count("up_blocks")) {
      throw new ModelException(
          table.name()
              + ": "
              + stages
              + " down_blocks and "
              + table.count("up_blocks")
              + " up_blocks (expected: as many of each, at least one)");
    }
  }

  /** The width of the prompt's hidden states, as the weights have it. */
  static int contextWidth(JsonObject config, TensorTable table) {
    return table.tensors().values().stream()
        .filter(tensor -> tensor.name().endsWith("attn2.to_k.weight"))
        .map(tensor -> tensor.size(1))
        .findFirst()
        .orElseGet(() -> config.integer("cross_attention_dim", 1280));
  }

  static void requireDivides(TensorTable table, String name, int width, int heads) {
    if (width % heads != 0) {
      throw new ModelException(
          table.name()
              + ": attention_head_dim: "
              + heads
              + " (expected: a number of heads that divides the "
              + width
              + " channels of "
              + name
              + ")");
    }
  }
}
