package dev.lukis.model.graph;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;

/**
 * How a UNet is told the timestep, and what else belongs to the whole picture: the guidance scale
 * (latent consistency models), the pooled prompt and the sizes (SDXL).
 */
final class TimeEmbedding {
  private static final int SIZES = 6;
  private static final int SIZES_OF_REFINER = 5;

  private final GraphBuilder g;
  private final boolean cosineFirst;
  private final double shift;
  private final JsonObject config;

  TimeEmbedding(GraphBuilder g, JsonObject config) {
    this.g = g;
    this.config = config;
    this.cosineFirst = config.bool("flip_sin_to_cos", true);
    this.shift = config.number("freq_shift", 0);
  }

  /**
   * @param timestep [batch], single precision
   * @return [batch, width]
   */
  Value of(Value timestep) {
    TensorTable table = g.table();
    int width = table.get("time_embedding.linear_1.weight").size(1);
    Value waves = waves(g.node("Unsqueeze", timestep, g.ints(1)).output(), width);
    if (table.has("time_embedding.cond_proj")) {
      int size = table.get("time_embedding.cond_proj.weight").size(1);
      Value guidance = g.input("timestep_cond", "batch", size);
      Value projected = Layers.linear(g, guidance, "time_embedding.cond_proj");
      waves = g.node("Add", waves, projected).output();
    }
    Value embedding = perceptron(waves, "time_embedding");
    return table.has("add_embedding")
        ? g.node("Add", embedding, textAndSizes()).output()
        : embedding;
  }

  private Value textAndSizes() {
    int width = config.integer("addition_time_embed_dim");
    int all = g.table().get("add_embedding.linear_1.weight").size(1);
    int count = sizes(width, all);
    Value text = g.input("text_embeds", "batch", all - count * width);
    Value ids = g.singleInput("time_ids", "batch", count);
    Value waves = waves(Rows.reshape(g, ids, g.ints(-1, 1)), width);
    Value sizes = Rows.reshape(g, waves, g.ints(-1, (long) count * width));
    Value both = g.node("Concat", text, sizes).with("axis", 1).output();
    return perceptron(both, "add_embedding");
  }

  // SDXL's refiner is told a score instead of the target's size, and has the same pooled prompt.
  private int sizes(int width, int all) {
    int pooled = 1280;
    int count = all == pooled + SIZES_OF_REFINER * width ? SIZES_OF_REFINER : SIZES;
    if (width < 2 || all <= count * width) {
      throw new ModelException(
          config.name()
              + ": addition_time_embed_dim: "
              + width
              + " (expected: less than a sixth of the "
              + all
              + " inputs of add_embedding)");
    }
    return count;
  }

  private Value perceptron(Value x, String name) {
    Value inner = Layers.silu(g, Layers.linear(g, x, name + ".linear_1"));
    return Layers.linear(g, inner, name + ".linear_2");
  }

  /**
   * Sines and cosines of numbers: Vaswani et al., "Attention Is All You Need" (2017), section 3.5.
   * They are computed in single precision: a half knows no timestep of 999 with a fraction.
   *
   * @param numbers [n, 1]
   * @return [n, width]
   */
  private Value waves(Value numbers, int width) {
    int half = width / 2;
    float[] frequencies = new float[half];
    for (int i = 0; i < half; i++) {
      frequencies[i] = (float) Math.exp(-Math.log(10_000) * i / (half - shift));
    }
    Value angles = g.node("Mul", numbers, g.singles(frequencies, (long) half)).output();
    Value sines = g.node("Sin", angles).output();
    Value cosines = g.node("Cos", angles).output();
    Value waves =
        g.node("Concat", cosineFirst ? cosines : sines, cosineFirst ? sines : cosines)
            .with("axis", 1)
            .output();
    return g.arithmetic(waves);
  }

  /** Refuses what the weights cannot tell. */
  static void check(JsonObject config, TensorTable table) {
    JsonNode type = config.root().path("addition_embed_type");
    boolean told = type.asText("").equals("text_time");
    if (told != table.has("add_embedding")) {
      throw config.refused(
          "addition_embed_type",
          type.isMissingNode() ? "missing" : type,
          told ? "null: there are no weights add_embedding" : "text_time");
    }
  }
}
