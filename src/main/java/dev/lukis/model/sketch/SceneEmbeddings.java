package dev.lukis.model.sketch;

import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.model.scene.Scene;
import dev.lukis.tensor.Shape;
import dev.lukis.tensor.Tensor;
import java.util.Map;

/** A prompt as a scene. The seed of an image decides how the scene is composed. Immutable. */
record SceneEmbeddings(Scene scene, SketchConditioner conditioner) implements PromptEmbeddings {
  private static final int BYTES = 512;
  private static final int BYTES_PER_THING = 128;

  @Override
  public Map<String, Tensor> inputs(long seed, Shape latents) {
    return conditioner.inputs(scene, seed, latents);
  }

  @Override
  public int bytes() {
    return BYTES + BYTES_PER_THING * scene.things().size();
  }
}
