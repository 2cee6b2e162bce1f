package dev.lukis.model.family;

import dev.lukis.model.component.Denoiser;
import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.component.SinglePromptEncoder;
import dev.lukis.model.component.TextEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.tokenizer.JsonTokenizer;
import dev.lukis.model.tokenizer.Tokenizer;
import java.util.Set;

/**
 * Flow matching with one text encoder and a timestep for each row, as the embedded model has it.
 */
final class LukisMini implements ModelFamily {
  @Override
  public String pipelineClass() {
    return "LukisMiniPipeline";
  }

  @Override
  public Set<String> denoiserInputs() {
    return Set.of(Denoiser.SAMPLE, Denoiser.TIMESTEP, Denoiser.ENCODER_HIDDEN_STATES);
  }

  @Override
  public PromptEncoder promptEncoder(LoadContext parts, JsonObject index, int clipSkip) {
    if (clipSkip != 1) {
      throw new ModelException("clip skip: " + clipSkip + " (expected: 1 for this model)");
    }
    JsonObject config = parts.layout().config(ModelLayout.TEXT_ENCODER);
    Tokenizer tokenizer =
        parts.owned(
            JsonTokenizer.load(
                parts.directory(),
                "tokenizer/tokenizer.json",
                config.integer("max_position_embeddings")));
    return new SinglePromptEncoder(tokenizer, TextEncoder.last(parts, "text_encoder"));
  }

  @Override
  public int conditioningWidth(LoadContext parts) {
    return parts.layout().config(ModelLayout.TEXT_ENCODER).integer("hidden_size", 512);
  }

  @Override
  public DefaultPlans plans(JsonObject schedulerConfig) {
    return DefaultPlans.of(2, 8, 1);
  }
}
