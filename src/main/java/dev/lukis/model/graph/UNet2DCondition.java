package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The denoiser of Stable Diffusion 1, 2 and XL, {@code UNet2DConditionModel} of diffusers: Rombach
 * et al., "High-Resolution Image Synthesis with Latent Diffusion Models" (2022); Podell et al.,
 * "SDXL" (2023). Stateless.
 *
 * <p>Inputs, all FLOAT: {@code sample} [batch, channels, height, width]; {@code timestep} [batch];
 * {@code encoder_hidden_states} [batch, tokens, width]; for latent consistency models {@code
 * timestep_cond} [batch, width]; for SDXL {@code text_embeds} [batch, width] and {@code time_ids}
 * [batch, 6]. Output {@code out_sample}, as large as {@code sample}. Height and width are open, odd
 * ones too.
 *
 * <p>Which blocks and layers there are is read from the names of the weights.
 */
public final class UNet2DCondition {
  private final GraphBuilder g;
  private final TensorTable table;
  private final UNetBlocks blocks;

  private UNet2DCondition(JsonObject config, TensorTable table, GraphOptions options) {
    this.g = new GraphBuilder(table, options);
    this.table = table;
    this.blocks = new UNetBlocks(g, config);
  }

  /**
   * @param config {@code config.json} of the network
   * @throws ModelException when configuration or weights are not as expected
   */
  public static NetworkGraph graph(JsonObject config, TensorTable table, GraphOptions options) {
    UNetConfiguration.check(config, table);
    return new UNet2DCondition(config, table, options).graph(config);
  }

  private NetworkGraph graph(JsonObject config) {
    int channels = table.get("conv_in.weight").size(1);
    Value sample = g.input("sample", "batch", channels, "height", "width");
    Value timestep = g.singleInput("timestep", "batch");
    int width = UNetConfiguration.contextWidth(config, table);
    Value context = g.input("encoder_hidden_states", "batch", "tokens", width);
    Value embedding = new TimeEmbedding(g, config).of(timestep);
    blocks.begin(sample, Rows.ofSequence(g, context, width), Layers.silu(g, embedding));

    Value scaled =
        config.bool("center_input_sample", false)
            ? g.node("Sub", g.node("Mul", sample, g.number(2)).output(), g.number(1)).output()
            : sample;
    Deque<Value> skips = new ArrayDeque<>();
    Value h = down(Layers.conv(g, scaled, "conv_in"), skips);
    h = up(middle(h), skips);
    int out = table.get("conv_out.weight").size(0);
    Value end = Layers.conv(g, Layers.silu(g, blocks.norm(h, "conv_norm_out")), "conv_out");
    g.output("out_sample", end, "batch", out, "height", "width");
    return g.graph();
  }

  private Value down(Value first, Deque<Value> skips) {
    skips.push(first);
    Value h = first;
    for (int stage = 0; stage < blocks.stages(); stage++) {
      String block = "down_blocks." + stage;
      for (int i = 0; i < table.count(block + ".resnets"); i++) {
        h = blocks.layer(h, block, i, blocks.heads(stage));
        skips.push(h);
      }
      if (table.has(block + ".downsamplers")) {
        h = Layers.conv(g, h, block + ".downsamplers.0.conv", 2, 1, 1);
        skips.push(h);
      }
    }
    return h;
  }

  // A resnet, then pairs of attention and resnet. Distilled models may have none of it.
  private Value middle(Value x) {
    if (!table.has("mid_block")) {
      return x;
    }
    Value h = blocks.resnet(x, "mid_block.resnets.0");
    for (int i = 1; i < table.count("mid_block.resnets"); i++) {
      String attention = "mid_block.attentions." + (i - 1);
      if (table.has(attention)) {
        h = blocks.transformer(h, attention, blocks.heads(blocks.stages() - 1));
      }
      h = blocks.resnet(h, "mid_block.resnets." + i);
    }
    return h;
  }

  private Value up(Value x, Deque<Value> skips) {
    Value h = x;
    for (int stage = 0; stage < blocks.stages(); stage++) {
      String block = "up_blocks." + stage;
      for (int i = 0; i < table.count(block + ".resnets"); i++) {
        h = g.node("Concat", h, taken(skips, block)).with("axis", 1).output();
        h = blocks.layer(h, block, i, blocks.heads(blocks.stages() - 1 - stage));
      }
      if (table.has(block + ".upsamplers")) {
        String name = block + ".upsamplers.0.conv";
        h = Upsampling.toSizeOf(g, h, name, next(skips, block));
      }
    }
    return h;
  }

  private Value taken(Deque<Value> skips, String block) {
    Value next = next(skips, block);
    skips.pop();
    return next;
  }

  private Value next(Deque<Value> skips, String block) {
    Value next = skips.peek();
    if (next == null) {
      throw new ModelException(
          table.name()
              + ": "
              + block
              + ": one resnet too many (expected: one for each on the way"
              + " down, and one for each size)");
    }
    return next;
  }
}
