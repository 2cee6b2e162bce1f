package dev.lukis.model.family;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.DualPromptEncoder;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.component.TextEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.tokenizer.ClipFiles;
import dev.lukis.model.tokenizer.Tokenizer;
import java.util.List;
import java.util.Set;

/** SDXL, its Turbo and Lightning: two text encoders, a pooled prompt, and the picture's sizes. */
final class StableDiffusionXl implements ModelFamily {
  private static final double GUIDANCE = 5;

  @Override
  public String pipelineClass() {
    return "StableDiffusionXLPipeline";
  }

  @Override
  public Set<String> denoiserInputs() {
    return Set.of(
        Denoiser.SAMPLE,
        Denoiser.TIMESTEP,
        Denoiser.ENCODER_HIDDEN_STATES,
        Denoiser.TEXT_EMBEDS,
        Denoiser.TIME_IDS);
  }

  @Override
  public PromptEncoder promptEncoder(LoadContext parts, JsonObject index, int clipSkip) {
    if (clipSkip > 2 && !parts.layout().skipsLayers()) {
      throw new ModelException(
          "clip skip: "
              + clipSkip
              + " (expected: 1 or 2: SDXL reads the last layer but one; others need safetensors)");
    }
    return new DualPromptEncoder(
        tokenizer(parts, ""),
        TextEncoder.lastButOne(parts, "text_encoder"),
        tokenizer(parts, "_2"),
        TextEncoder.lastButOne(parts, "text_encoder_2", Denoiser.TEXT_EMBEDS),
        Denoiser.mostChunks(parts),
        index.bool("force_zeros_for_empty_prompt", true));
  }

  @Override
  public List<String> textEncoders() {
    return List.of("text_encoder", "text_encoder_2");
  }

  private static Tokenizer tokenizer(LoadContext parts, String suffix) {
    int length = config(parts, suffix).integer("max_position_embeddings", 77);
    return ClipFiles.load(parts.directory(), "tokenizer" + suffix, length);
  }

  private static JsonObject config(LoadContext parts, String suffix) {
    return parts.layout().config(ModelLayout.TEXT_ENCODER + suffix);
  }

  private static int width(LoadContext parts, String suffix) {
    return config(parts, suffix).integer("hidden_size", 512);
  }

  @Override
  public HiddenStates hiddenStates() {
    return HiddenStates.LAST_BUT_ONE;
  }

  @Override
  public int conditioningWidth(LoadContext parts) {
    return width(parts, "") + width(parts, "_2");
  }

  @Override
  public DefaultPlans plans(JsonObject schedulerConfig) {
    return DefaultPlans.ofDistilledOrNot(schedulerConfig, GUIDANCE);
  }
}
