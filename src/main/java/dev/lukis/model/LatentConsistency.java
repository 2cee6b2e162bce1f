package dev.lukis.model;

/** Latent consistency models: Stable Diffusion's parts, and a denoiser that knows its guidance. */
final class LatentConsistency extends StableDiffusion {
  private static final double GUIDANCE = 8.5;

  @Override
  public String pipelineClass() {
    return "LatentConsistencyModelPipeline";
  }

  @Override
  public Plans plans(JsonFile schedulerConfig) {
    return Plans.of(2, 4, GUIDANCE);
  }
}
