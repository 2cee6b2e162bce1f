package dev.lukis.model.graph;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.StoredTensor;
import java.util.List;

/**
 * Layers that several networks share. Weights are used in the order that they have in their files:
 * [out, in] or [out, in, height, width]. Stateless.
 */
final class Layers {
  private Layers() {}

  // --- linear and convolution

  /** Rows [n, in] to rows [n, out]. A kernel of 1 x 1 counts as linear. */
  static Value linear(GraphBuilder g, Value x, String name) {
    return linear(g, x, name, 0, g.table().get(name + ".weight").size(0));
  }

  /** A linear layer of which only some outputs are computed: from first up to end. */
  static Value linear(GraphBuilder g, Value x, String name, int first, int end) {
    StoredTensor weight = g.table().get(name + ".weight");
    long in = weight.elements() / weight.size(0);
    StoredTensor matrix = weight.reshaped(List.of((long) weight.size(0), in)).rows(first, end);
    Node node = g.node("Gemm", x, g.weight(matrix)).with("transB", 1);
    if (g.table().contains(name + ".bias")) {
      node.input(g.weight(g.table().get(name + ".bias").rows(first, end)));
    }
    return node.output();
  }

  /** A convolution with stride 1 that keeps height and width. */
  static Value conv(GraphBuilder g, Value x, String name) {
    long pad = g.table().get(name + ".weight").size(2) / 2;
    return conv(g, x, name, 1, pad, pad);
  }

  /**
   * @param before pixels of padding above and on the left
   * @param after pixels of padding below and on the right
   */
  static Value conv(GraphBuilder g, Value x, String name, long stride, long before, long after) {
    StoredTensor weight = g.table().get(name + ".weight");
    List<Long> kernel = List.of((long) weight.size(2), (long) weight.size(3));
    return g.node("Conv", x, g.weight(weight))
        .input(g.optionalWeight(name + ".bias"))
        .with("kernel_shape", kernel)
        .with("strides", List.of(stride, stride))
        .with("pads", List.of(before, before, after, after))
        .output();
  }

  // --- activations

  /** x * sigmoid(x); ONNX Runtime makes one operator of both. */
  static Value silu(GraphBuilder g, Value x) {
    return g.node("Mul", x, g.node("Sigmoid", x).output()).output();
  }

  /** x * sigmoid(1.702 x), as in OpenAI's CLIP. */
  static Value quickGelu(GraphBuilder g, Value x) {
    if (g.options().fused()) {
      return g.node("QuickGelu", x).microsoft().with("alpha", 1.702).output();
    }
    Value scaled = g.node("Mul", x, g.number(1.702f)).output();
    return g.node("Mul", x, g.node("Sigmoid", scaled).output()).output();
  }

  /** The exact one, with the error function. */
  static Value gelu(GraphBuilder g, Value x) {
    return g.node("Gelu", x).output();
  }

  // --- norms

  /**
   * Written as an instance norm over [groups, rest], which every provider has, and a scale and bias
   * for each channel: Wu and He, "Group Normalization" (2018).
   */
  static Value groupNorm(GraphBuilder g, Value x, String name, int groups, double eps) {
    StoredTensor scale = g.table().get(name + ".weight");
    requireDivides(g, name, scale.size(0), groups);
    List<Long> perChannel = List.of((long) scale.size(0), 1L, 1L);
    Value ones = g.numbers(filled(groups, 1), (long) groups);
    Value zeros = g.numbers(filled(groups, 0), (long) groups);
    Value grouped = Rows.reshape(g, x, g.ints(0, groups, -1));
    Value normal =
        g.node("InstanceNormalization", grouped, ones, zeros).with("epsilon", eps).output();
    Value image = Rows.reshape(g, normal, Rows.shape(g, x));
    Value scaled = g.node("Mul", image, g.weight(scale.reshaped(perChannel))).output();
    StoredTensor bias = g.table().get(name + ".bias").reshaped(perChannel);
    return g.node("Add", scaled, g.weight(bias)).output();
  }

  private static void requireDivides(GraphBuilder g, String name, int channels, int groups) {
    if (channels % groups != 0) {
      throw new ModelException(
          g.table().name()
              + ": norm_num_groups: "
              + groups
              + " (expected: a number that divides the "
              + channels
              + " channels of "
              + name
              + ")");
    }
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    java.util.Arrays.fill(values, value);
    return values;
  }

  static Value layerNorm(GraphBuilder g, Value x, String name, double eps) {
    return g.node("LayerNormalization", x, g.weight(name + ".weight"), g.weight(name + ".bias"))
        .with("axis", -1)
        .with("epsilon", eps)
        .output();
  }

  /**
   * A residual and the norm that follows it.
   *
   * @param normal the norm of the sum
   */
  record Residual(Value normal, Value sum) {}

  /** x + residual, and its layer norm. */
  static Residual addNorm(GraphBuilder g, Value x, Value residual, String name, double eps) {
    if (!g.options().fused()) {
      Value sum = g.node("Add", x, residual).output();
      return new Residual(layerNorm(g, sum, name, eps), sum);
    }
    List<Value> outputs =
        g.node(
                "SkipLayerNormalization",
                x,
                residual,
                g.weight(name + ".weight"),
                g.weight(name + ".bias"))
            .microsoft()
            .with("epsilon", eps)
            .outputs(1, 0, 0, 1);
    return new Residual(outputs.get(0), outputs.get(3));
  }
}
