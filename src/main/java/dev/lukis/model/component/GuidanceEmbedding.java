package dev.lukis.model.component;

import dev.lukis.model.onnx.InputBuffer;
import java.util.List;

/**
 * Tells a latent consistency model its guidance scale, as sines and cosines of it: Luo et al.,
 * "Latent Consistency Models" (2023), section 4.1; {@code get_guidance_scale_embedding} in
 * diffusers.
 *
 * @param input [rows, width]
 * @param width even
 */
record GuidanceEmbedding(InputBuffer input, int width) implements DenoiserInput {
  private static final double HIGHEST = 10_000;
  private static final double SCALE = 1000;

  @Override
  public InputBuffer fill(List<DenoiserRow> rows) {
    float[] all = new float[rows.size() * width];
    for (int i = 0; i < rows.size(); i++) {
      embed(rows.get(i).guidanceScale(), all, i * width);
    }
    return input.floats(all, rows.size(), width);
  }

  private void embed(float guidanceScale, float[] all, int from) {
    // 1 is no guidance, which these models are told as 0; less would be told as something unseen.
    double scaled = SCALE * Math.max(0, guidanceScale - 1);
    int half = width / 2;
    for (int i = 0; i < half; i++) {
      double angle = scaled * Math.exp(-Math.log(HIGHEST) * i / (half - 1));
      all[from + i] = (float) Math.sin(angle);
      all[from + half + i] = (float) Math.cos(angle);
    }
  }
}
