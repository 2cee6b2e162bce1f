package dev.lukis.app;

import dev.lukis.model.ModelCard;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.pipeline.ImagePipeline;
import java.util.List;

/** Opens the application's pipelines. Another bean of this type replaces the default. */
interface PipelineSource {
  /**
   * The opened pipelines.
   *
   * @param vocabulary of the model
   * @param pipelines of the same model, one for each device; closed with their models
   */
  record Opened(ModelCard card, Vocabulary vocabulary, List<ImagePipeline> pipelines) {}

  /** Called once, at the start. */
  Opened open();
}
