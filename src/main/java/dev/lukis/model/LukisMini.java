package dev.lukis.model;

import java.util.Set;

/**
 * Flow matching with one text encoder and a timestep for each row, as the embedded model has it.
 */
final class LukisMini implements Family {
  @Override
  public String pipelineClass() {
    return "LukisMiniPipeline";
  }

  @Override
  public Set<String> denoiserInputs() {
    return Set.of(Denoiser.SAMPLE, Denoiser.TIMESTEP, Denoiser.ENCODER_HIDDEN_STATES);
  }

  @Override
  public PromptEncoder promptEncoder(ModelParts parts, JsonFile index) {
    JsonFile config = parts.directory().requiredJson("text_encoder/config.json");
    Tokenizer tokenizer =
        parts.owned(
            JsonTokenizer.load(
                parts.directory(),
                "tokenizer/tokenizer.json",
                config.integer("max_position_embeddings")));
    return new OnePromptEncoder(tokenizer, TextEncoder.last(parts, "text_encoder"));
  }

  @Override
  public int conditioningWidth(ModelParts parts) {
    return parts.directory().requiredJson("text_encoder/config.json").integer("hidden_size");
  }

  @Override
  public Plans plans(JsonFile schedulerConfig) {
    return Plans.of(2, 8, 1);
  }
}
