package dev.lukis.model.family;

import dev.lukis.model.files.JsonObject;

/** Latent consistency models: Stable Diffusion's parts, and a denoiser that knows its guidance. */
final class LatentConsistency extends StableDiffusion {
  private static final double GUIDANCE = 8.5;

  @Override
  public String pipelineClass() {
    return "LatentConsistencyModelPipeline";
  }

  @Override
  public JsonObject schedulerConfig(JsonObject own) {
    return own;
  }

  @Override
  public DefaultPlans plans(JsonObject schedulerConfig) {
    return DefaultPlans.of(2, 4, GUIDANCE);
  }
}
