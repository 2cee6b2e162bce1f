package dev.lukis.model.sketch;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.Scene.Style;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * What the denoiser is told of one image: its sketch as latents, its style, its mood. Thread-safe.
 *
 * @param styles in the order in which the denoiser knows them
 */
record SketchConditioner(Composer composer, PatchEncoder encoder, Mood mood, List<Style> styles) {
  /** For prompts that name no style. */
  static final Style DEFAULT_STYLE = Style.GOUACHE;

  Map<String, Tensor> inputs(Scene scene, long seed, Shape latents) {
    int height = latents.size(1);
    int width = latents.size(2);
    Tensor sketch =
        composer.compose(scene, seed, width * PatchEncoder.PATCH, height * PatchEncoder.PATCH);
    return Map.of(
        Denoiser.SKETCH,
        encoder.encode(sketch),
        Denoiser.STYLE,
        oneHot(scene.style().orElse(DEFAULT_STYLE)),
        Denoiser.MOOD,
        mood.of(seed, height, width));
  }

  private Tensor oneHot(Style style) {
    float[] values = new float[styles.size()];
    values[styles.indexOf(style)] = 1;
    return new Tensor(Shape.of(values.length), values);
  }
}
