package dev.lukis.model;

import java.util.Set;

/**
 * Stable Diffusion 1.x and 2.x, Turbo, and what was made from them: one text encoder of CLIP's
 * kind.
 */
class StableDiffusion implements Family {
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
  public final PromptEncoder promptEncoder(ModelParts parts, JsonFile index) {
    int length =
        parts
            .directory()
            .requiredJson("text_encoder/config.json")
            .integer("max_position_embeddings");
    Tokenizer tokenizer = ClipFiles.load(parts.directory(), "tokenizer", length);
    return new OnePromptEncoder(tokenizer, TextEncoder.last(parts, "text_encoder"));
  }

  @Override
  public final int conditioningWidth(ModelParts parts) {
    return parts.directory().requiredJson("text_encoder/config.json").integer("hidden_size");
  }

  @Override
  public Plans plans(JsonFile schedulerConfig) {
    return Plans.ofDistilledOrNot(schedulerConfig, GUIDANCE);
  }
}
