package dev.lukis.model.graph;

import dev.lukis.model.weights.StoredTensor;
import java.util.ArrayList;
import java.util.List;

/** Nearest upsampling and the 3 x 3 convolution behind it. Stateless. */
final class Upsampling {
  /**
   * Which of two neighbouring pixels each of the three rows of a kernel meets, for the upper and
   * the lower of two output pixels: [output][neighbour][row of the kernel].
   */
  private static final float[][][] MEETS = {{{1, 0, 0}, {0, 1, 1}}, {{1, 1, 0}, {0, 0, 1}}};

  private Upsampling() {}

  /** To the height and width of another image, which are 2n or 2n - 1. */
  static Value toSizeOf(GraphBuilder g, Value x, String name, Value like) {
    Value sizes =
        g.node("Concat", Rows.sizes(g, x, 0, 2), Rows.sizes(g, like, 2, 4))
            .with("axis", 0)
            .output();
    return Layers.conv(g, nearest(g.node("Resize", x, Value.NONE, Value.NONE, sizes)), name);
  }

  /** To twice the height and width. */
  static Value twice(GraphBuilder g, Value x, String name) {
    StoredTensor weight = g.table().get(name + ".weight");
    if (g.options().fused() && weight.size(2) == 3 && weight.size(3) == 3) {
      return phases(g, x, name);
    }
    Value scales = g.singles(new float[] {1, 1, 2, 2}, 4L);
    return Layers.conv(g, nearest(g.node("Resize", x, Value.NONE, scales)), name);
  }

  // As torch does it, also for odd sizes.
  private static Value nearest(Node resize) {
    return resize
        .with("mode", "nearest")
        .with("coordinate_transformation_mode", "asymmetric")
        .with("nearest_mode", "floor")
        .output();
  }

  /**
   * The same result without making the large image first. Each of the 2 x 2 output pixels is a 2 x
   * 2 convolution of the small image, because the three rows (columns) of a kernel meet only two
   * different pixels: 16 multiplications instead of 36. The small kernels are sums of the large
   * one's elements; ONNX Runtime computes them once, when it loads the graph.
   */
  private static Value phases(GraphBuilder g, Value x, String name) {
    StoredTensor weight = g.table().get(name + ".weight");
    long out = weight.size(0);
    Value flat = g.weight(weight.reshaped(List.of(out * weight.size(1), 9L)));
    List<Value> rows = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      List<Value> pixels = new ArrayList<>();
      for (int b = 0; b < 2; b++) {
        pixels.add(g.node("Unsqueeze", phase(g, x, name, flat, a, b), g.ints(-1)).output());
      }
      Value pair = g.node("Concat", pixels.toArray(Value[]::new)).with("axis", 4).output();
      rows.add(Rows.reshape(g, pair, g.ints(0, 0, 0, -1))); // [batch, out, height, 2 * width]
    }
    Value lines = g.node("Concat", rows.toArray(Value[]::new)).with("axis", 3).output();
    return Rows.reshape(g, lines, doubled(g, x, out));
  }

  private static Value phase(GraphBuilder g, Value x, String name, Value flat, int a, int b) {
    StoredTensor weight = g.table().get(name + ".weight");
    Value sums = g.node("MatMul", flat, g.numbers(sums(a, b), 9L, 4L)).output();
    Value kernel = Rows.reshape(g, sums, g.ints(weight.size(0), weight.size(1), 2, 2));
    return g.node("Conv", x, kernel)
        .input(g.optionalWeight(name + ".bias"))
        .with("kernel_shape", List.of(2L, 2L))
        .with("pads", List.of(1L - a, 1L - b, (long) a, (long) b))
        .output();
  }

  /** The Kronecker product of a row's and a column's choice, transposed: [9, 4]. */
  private static float[] sums(int a, int b) {
    float[] sums = new float[9 * 4];
    for (int pixel = 0; pixel < 4; pixel++) {
      for (int element = 0; element < 9; element++) {
        sums[4 * element + pixel] =
            MEETS[a][pixel / 2][element / 3] * MEETS[b][pixel % 2][element % 3];
      }
    }
    return sums;
  }

  private static Value doubled(GraphBuilder g, Value x, long out) {
    Value size = g.node("Mul", Rows.sizes(g, x, 2, 4), g.ints(2, 2)).output();
    return g.node("Concat", Rows.sizes(g, x, 0, 1), g.ints(out), size).with("axis", 0).output();
  }
}
