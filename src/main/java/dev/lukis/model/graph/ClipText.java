package dev.lukis.model.graph;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.proto.TensorProto.DataType;
import dev.lukis.model.weights.TensorTable;
import java.util.Locale;

/**
 * CLIP's text encoder, {@code CLIPTextModel} and {@code CLIPTextModelWithProjection} of
 * transformers: Radford et al., "Learning Transferable Visual Models From Natural Language
 * Supervision" (2021). Stateless.
 *
 * <p>Input {@value #INPUT_IDS} INT64 [batch, tokens]. Outputs: the hidden states [batch, tokens,
 * width], named {@value #LAST_HIDDEN_STATE} or {@value #PENULTIMATE}; and {@value #TEXT_EMBEDS}
 * [batch, width of the projection] where it is asked for. Layers that no output needs are left out.
 */
public final class ClipText {
  public static final String INPUT_IDS = "input_ids";
  public static final String LAST_HIDDEN_STATE = "last_hidden_state";
  public static final String PENULTIMATE = "hidden_states.-2";
  public static final String TEXT_EMBEDS = "text_embeds";

  private static final String PROJECTION = "text_projection";
  private static final int END_OF_TEXT = 49_407;

  /** Old configurations say this, and mean the largest id. */
  private static final int LARGEST_ID = 2;

  private final JsonObject config;
  private final GraphBuilder g;
  private final String prefix;
  private final int layers;
  private final int heads;
  private final int width;
  private final double eps;
  private final boolean quick;

  private ClipText(JsonObject config, TensorTable table, GraphOptions options) {
    this.config = config;
    this.g = new GraphBuilder(table, options);
    // Since transformers 5.6, CLIPTextModel is saved without it.
    this.prefix = table.has("text_model") ? "text_model." : "";
    this.layers = table.count(prefix + "encoder.layers");
    this.heads = Configuration.parts(config, "num_attention_heads", 8);
    this.width = table.get(prefix + "embeddings.token_embedding.weight").size(1);
    this.eps = config.number("layer_norm_eps", 1e-5);
    this.quick = quickGelu(config);
  }

  private static boolean quickGelu(JsonObject config) {
    String activation = config.text("hidden_act", "quick_gelu");
    return switch (activation) {
      case "quick_gelu" -> true;
      case "gelu" -> false;
      default -> throw config.refused("hidden_act", activation, "gelu or quick_gelu");
    };
  }

  /** Whether the network has a projection of the whole prompt. */
  public static boolean hasProjection(TensorTable table) {
    return table.has(PROJECTION);
  }

  /**
   * @param config {@code config.json} of the network
   * @param projected whether {@value #TEXT_EMBEDS} is an output
   * @throws ModelException when configuration or weights are not as expected
   */
  public static NetworkGraph graph(
      JsonObject config,
      TensorTable table,
      HiddenStates states,
      boolean projected,
      GraphOptions options) {
    return new ClipText(config, table, options).graph(states, projected);
  }

  private NetworkGraph graph(HiddenStates states, boolean projected) {
    int depth = states.depth(layers);
    if (depth < 1 || width % heads != 0) {
      throw new ModelException(
          String.format(
              Locale.ROOT,
              "%s: %d layers of width %d, %d heads, clip skip %d (expected: a layer that is left,"
                  + " and heads that divide the width)",
              g.table().name(),
              layers,
              width,
              heads,
              states.skip()));
    }
    Value ids = g.wholeInput(INPUT_IDS, "batch", "tokens");
    Value shape = Rows.sequenceShape(g, ids, width);
    Value hidden = Rows.ofSequence(g, embeddings(ids), width);
    Value normal = Layers.layerNorm(g, hidden, norm(0), eps);
    Layers.Residual last = new Layers.Residual(normal, hidden);
    for (int i = 0; i < (projected ? layers : depth); i++) {
      last = layer(i, last, shape);
      if (i + 1 == depth) {
        output(states, last, depth == layers, shape);
      }
    }
    if (projected) {
      project(ids, last.normal(), shape);
    }
    return g.graph();
  }

  private void output(HiddenStates states, Layers.Residual last, boolean normed, Value shape) {
    Value value = last.sum();
    String name = PENULTIMATE;
    if (states.kind() == HiddenStates.Kind.LAST) {
      name = LAST_HIDDEN_STATE;
      value =
          normed
              ? last.normal()
              : Layers.layerNorm(g, last.sum(), prefix + "final_layer_norm", eps);
    }
    g.output(name, Rows.reshape(g, value, shape), "batch", "tokens", width);
  }

  /** The name of the norm before a layer, or behind the last. */
  private String norm(int layer) {
    return layer < layers
        ? prefix + "encoder.layers." + layer + ".layer_norm1"
        : prefix + "final_layer_norm";
  }

  // Rows first, then their type: not 49,408 rows are cast.
  private Value embeddings(Value ids) {
    var tokens = g.table().get(prefix + "embeddings.token_embedding.weight");
    var positions = g.table().get(prefix + "embeddings.position_embedding.weight");
    Value chosen = g.node("Gather", g.stored(tokens), ids).output();
    Value first =
        g.node("Slice", g.stored(positions), g.ints(0), Rows.sizes(g, ids, 1, 2), g.ints(0))
            .output();
    return g.node("Add", g.toArithmetic(chosen), g.toArithmetic(first)).output();
  }

  private Layers.Residual layer(int index, Layers.Residual before, Value shape) {
    String name = prefix + "encoder.layers." + index + ".";
    Value q = Layers.linear(g, before.normal(), name + "self_attn.q_proj");
    Value k = Layers.linear(g, before.normal(), name + "self_attn.k_proj");
    Value v = Layers.linear(g, before.normal(), name + "self_attn.v_proj");
    Value attended = Attention.of(g, q, k, v, heads, shape, width, true);
    Value out = Layers.linear(g, attended, name + "self_attn.out_proj");
    Layers.Residual between = Layers.addNorm(g, out, before.sum(), name + "layer_norm2", eps);
    Value inner = Layers.linear(g, between.normal(), name + "mlp.fc1");
    Value active = quick ? Layers.quickGelu(g, inner) : Layers.gelu(g, inner);
    Value fed = Layers.linear(g, active, name + "mlp.fc2");
    return Layers.addNorm(g, fed, between.sum(), norm(index + 1), eps);
  }

  /** The state at the end of the text, projected. */
  private void project(Value ids, Value normal, Value shape) {
    Value at = g.node("Unsqueeze", endOfText(ids), g.ints(1)).output();
    Value states = Rows.reshape(g, normal, shape);
    Value pooled = g.node("GatherND", states, at).with("batch_dims", 1).output();
    if (g.table().contains(PROJECTION + ".weight")) {
      int size = g.table().get(PROJECTION + ".weight").size(0);
      g.output(TEXT_EMBEDS, Layers.linear(g, pooled, PROJECTION), "batch", size);
      return;
    }
    // OpenCLIP's own files have the matrix itself, [in, out].
    Value product = g.node("MatMul", pooled, g.weight(PROJECTION)).output();
    g.output(TEXT_EMBEDS, product, "batch", g.table().get(PROJECTION).size(1));
  }

  /** The place of the first end-of-text token in every prompt. */
  private Value endOfText(Value ids) {
    int end = config.integer("eos_token_id", END_OF_TEXT);
    if (end == LARGEST_ID) {
      int vocabulary = g.table().get(prefix + "embeddings.token_embedding.weight").size(0);
      if (vocabulary <= END_OF_TEXT) {
        return first(g.cast(ids, DataType.INT32_VALUE));
      }
      end = END_OF_TEXT;
    }
    Value found = g.node("Equal", ids, g.scalar(end)).output();
    return first(g.cast(found, DataType.INT32_VALUE));
  }

  private Value first(Value numbers) {
    return g.node("ArgMax", numbers).with("axis", 1).with("keepdims", 0).output();
  }
}
