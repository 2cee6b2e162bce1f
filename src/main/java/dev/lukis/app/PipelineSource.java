package dev.lukis.app;

import dev.lukis.model.ModelCard;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.pipeline.ImagePipeline;
import java.util.List;

/** Where the application's pipelines come from. Another bean of this type takes its place. */
interface PipelineSource {
  /**
   * Pipelines and what they paint.
   *
   * @param vocabulary of the model
   * @param pipelines of the same model, one for each device; closed by whoever opened them
   */
  record Opened(ModelCard card, Vocabulary vocabulary, List<ImagePipeline> pipelines) {}

  /** Called once, at the start. */
  Opened open();
}
