package dev.lukis.model.family;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.component.SinglePromptEncoder;
import dev.lukis.model.component.TextEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.tokenizer.ClipFiles;
import dev.lukis.model.tokenizer.Tokenizer;
import java.util.Map;
import java.util.Set;

/**
 * Stable Diffusion 1.x and 2.x, Turbo, and what was made from them: one text encoder of CLIP's
 * kind.
 */
class StableDiffusion implements ModelFamily {
  private static final double GUIDANCE = 7.5;

  @Override
  public String pipelineClass() {
    return "StableDiffusionPipeline";
  }

  @Override
  public final Set<String> denoiserInputs() {
    return Set.of(Denoiser.SAMPLE, Denoiser.TIMESTEP, Denoiser.ENCODER_HIDDEN_STATES);
  }

  @Override
  public final PromptEncoder promptEncoder(LoadContext parts, JsonObject index, int clipSkip) {
    JsonObject config = parts.layout().config(ModelLayout.TEXT_ENCODER);
    int length = config.integer("max_position_embeddings", 77);
    Tokenizer tokenizer = ClipFiles.load(parts.directory(), "tokenizer", length);
    TextEncoder encoder =
        TextEncoder.skipping(
            parts,
            ModelLayout.TEXT_ENCODER,
            parts.layout().skipsLayers() ? 1 : clipSkip,
            config.number("layer_norm_eps", 1e-5),
            tokenizer.encode("a"));
    return new SinglePromptEncoder(tokenizer, encoder, Denoiser.mostChunks(parts));
  }

  @Override
  public final int conditioningWidth(LoadContext parts) {
    return parts.layout().config(ModelLayout.TEXT_ENCODER).integer("hidden_size", 512);
  }

  // Whatever the file says; diffusers takes another value for that of an outdated file.
  @Override
  public JsonObject schedulerConfig(JsonObject own) {
    return own.with(Map.of("steps_offset", 1, "clip_sample", false));
  }

  @Override
  public DefaultPlans plans(JsonObject schedulerConfig) {
    return DefaultPlans.ofDistilledOrNot(schedulerConfig, GUIDANCE);
  }
}
