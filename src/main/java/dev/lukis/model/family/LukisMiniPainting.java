package dev.lukis.model.family;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.scene.SceneReader;
import dev.lukis.model.sketch.SceneEncoder;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Flow matching over a sketch, as the embedded model has it: a prompt is read as a scene, which is
 * composed and painted.
 */
public final class LukisMiniPainting implements ModelFamily {
  private final Supplier<SceneReader> reader;

  /**
   * @param reader loads what reads prompts; called when a model is loaded
   */
  public LukisMiniPainting(Supplier<SceneReader> reader) {
    this.reader = reader;
  }

  @Override
  public String pipelineClass() {
    return "LukisMiniPaintingPipeline";
  }

  @Override
  public Set<String> denoiserInputs() {
    return Set.of(
        Denoiser.SAMPLE, Denoiser.TIMESTEP, Denoiser.SKETCH, Denoiser.STYLE, Denoiser.MOOD);
  }

  @Override
  public PromptEncoder promptEncoder(LoadContext parts, JsonObject index, int clipSkip) {
    if (clipSkip != 1) {
      throw new ModelException("clip skip: " + clipSkip + " (expected: 1 for this model)");
    }
    return SceneEncoder.load(parts.directory(), reader.get());
  }

  @Override
  public List<String> textEncoders() {
    return List.of();
  }

  @Override
  public int conditioningWidth(LoadContext parts) {
    return 0;
  }

  /** A scene is read from the whole prompt. */
  @Override
  public int tokens(LoadContext parts) {
    return Integer.MAX_VALUE;
  }

  @Override
  public DefaultPlans plans(JsonObject schedulerConfig) {
    return DefaultPlans.of(2, 8, 1);
  }
}
