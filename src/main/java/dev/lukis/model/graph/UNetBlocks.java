package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.weights.TensorTable;
import java.util.List;

/** The blocks of a UNet: resnets that are told the time, and transformers that read the prompt. */
final class UNetBlocks {
  private static final double TRANSFORMER_EPS = 1e-6;
  private static final double LAYER_NORM_EPS = 1e-5;

  private final GraphBuilder g;
  private final TensorTable table;
  private final int groups;
  private final double eps;
  private final int stages;
  private final List<Integer> heads;

  // Mutable state: what all blocks are told
  private Value sample = Value.NONE;
  private Value context = Value.NONE;
  private Value time = Value.NONE;

  UNetBlocks(GraphBuilder g, JsonObject config) {
    this.g = g;
    this.table = g.table();
    this.groups = Configuration.parts(config, "norm_num_groups", 32);
    this.eps = config.number("norm_eps", 1e-5);
    this.stages = table.count("down_blocks");
    // In spite of its name, the number of heads.
    this.heads = Configuration.perStage(config, "attention_head_dim", stages, 8);
  }

  /**
   * @param sample an image whose first axis is the batch
   * @param context rows of the prompt's hidden states
   * @param time the activated time embedding, [batch, width]
   */
  void begin(Value sample, Value context, Value time) {
    this.sample = sample;
    this.context = context;
    this.time = time;
  }

  int stages() {
    return stages;
  }

  /** The heads of attention in a stage. */
  int heads(int stage) {
    return heads.get(stage);
  }

  Value norm(Value x, String name) {
    return Layers.groupNorm(g, x, name, groups, eps);
  }

  /** A resnet, and the transformer behind it where there is one. */
  Value layer(Value x, String block, int index, int count) {
    Value h = resnet(x, block + ".resnets." + index);
    String attention = block + ".attentions." + index;
    return table.has(attention) ? transformer(h, attention, count) : h;
  }

  Value resnet(Value x, String name) {
    Value h = Layers.conv(g, Layers.silu(g, norm(x, name + ".norm1")), name + ".conv1");
    Value told = Layers.linear(g, time, name + ".time_emb_proj");
    h = g.node("Add", h, g.node("Unsqueeze", told, g.ints(2, 3)).output()).output();
    h = Layers.conv(g, Layers.silu(g, norm(h, name + ".norm2")), name + ".conv2");
    Value direct =
        table.has(name + ".conv_shortcut") ? Layers.conv(g, x, name + ".conv_shortcut") : x;
    return g.node("Add", direct, h).output();
  }

  /** Transformer blocks over the pixels. Its projections are linear, or kernels of 1 x 1. */
  Value transformer(Value x, String name, int count) {
    int channels = table.get(name + ".norm.weight").size(0);
    int inner = table.get(name + ".proj_in.weight").size(0);
    UNetConfiguration.requireDivides(table, name, inner, count);
    Value normal = Layers.groupNorm(g, x, name + ".norm", groups, TRANSFORMER_EPS);
    Value rows = Layers.linear(g, Rows.ofImage(g, normal, channels), name + ".proj_in");
    int blocks = table.count(name + ".transformer_blocks");
    String first = name + ".transformer_blocks.0.norm1";
    Layers.Residual last =
        new Layers.Residual(Layers.layerNorm(g, rows, first, LAYER_NORM_EPS), rows);
    for (int i = 0; i < blocks; i++) {
      String next = i + 1 < blocks ? name + ".transformer_blocks." + (i + 1) + ".norm1" : "";
      last = block(last, name + ".transformer_blocks." + i, count, inner, next);
    }
    Value out = Layers.linear(g, last.sum(), name + ".proj_out");
    return g.node("Add", Rows.toImage(g, out, channels, x), x).output();
  }

  /**
   * Attention to the picture, attention to the prompt, and a perceptron.
   *
   * @param next the norm behind this block; empty behind the last
   */
  private Layers.Residual block(
      Layers.Residual before, String name, int count, int inner, String next) {
    Value n = before.normal();
    Value self = attention(n, n, name + ".attn1", count, inner);
    Layers.Residual h = Layers.addNorm(g, self, before.sum(), name + ".norm2", LAYER_NORM_EPS);
    Value cross = attention(h.normal(), context, name + ".attn2", count, inner);
    h = Layers.addNorm(g, cross, h.sum(), name + ".norm3", LAYER_NORM_EPS);
    Value fed = feedForward(h.normal(), name + ".ff.net");
    if (next.isEmpty()) {
      Value sum = g.node("Add", fed, h.sum()).output();
      return new Layers.Residual(sum, sum);
    }
    return Layers.addNorm(g, fed, h.sum(), next, LAYER_NORM_EPS);
  }

  private Value attention(Value x, Value from, String name, int count, int inner) {
    Value q = Layers.linear(g, x, name + ".to_q");
    Value k = Layers.linear(g, from, name + ".to_k");
    Value v = Layers.linear(g, from, name + ".to_v");
    Value shape = Rows.sequenceShape(g, sample, inner);
    return Layers.linear(
        g, Attention.of(g, q, k, v, count, shape, inner, false), name + ".to_out.0");
  }

  /** GEGLU, whose second half is the gate: Shazeer, "GLU Variants Improve Transformer" (2020). */
  private Value feedForward(Value x, String name) {
    int both = table.get(name + ".0.proj.weight").size(0);
    Value value = Layers.linear(g, x, name + ".0.proj", 0, both / 2);
    Value gate = Layers.gelu(g, Layers.linear(g, x, name + ".0.proj", both / 2, both));
    return Layers.linear(g, g.node("Mul", value, gate).output(), name + ".2");
  }
}
