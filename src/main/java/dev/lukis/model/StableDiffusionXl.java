package dev.lukis.model;

import java.util.Set;

/** SDXL, its Turbo and Lightning: two text encoders, a pooled prompt, and the picture's sizes. */
final class StableDiffusionXl implements Family {
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
  public PromptEncoder promptEncoder(ModelParts parts, JsonFile index) {
    return new TwoPromptEncoder(
        tokenizer(parts, ""),
        TextEncoder.lastButOne(parts, "text_encoder"),
        tokenizer(parts, "_2"),
        TextEncoder.lastButOne(parts, "text_encoder_2", Denoiser.TEXT_EMBEDS),
        index.bool("force_zeros_for_empty_prompt", true));
  }

  private static Tokenizer tokenizer(ModelParts parts, String suffix) {
    int length = config(parts, suffix).integer("max_position_embeddings");
    return ClipFiles.load(parts.directory(), "tokenizer" + suffix, length);
  }

  private static JsonFile config(ModelParts parts, String suffix) {
    return parts.directory().requiredJson("text_encoder" + suffix + "/config.json");
  }

  @Override
  public int conditioningWidth(ModelParts parts) {
    return config(parts, "").integer("hidden_size") + config(parts, "_2").integer("hidden_size");
  }

  @Override
  public Plans plans(JsonFile schedulerConfig) {
    return Plans.ofDistilledOrNot(schedulerConfig, GUIDANCE);
  }
}
