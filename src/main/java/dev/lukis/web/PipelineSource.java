package dev.lukis.web;

import dev.lukis.model.ModelCard;
import dev.lukis.model.Vocabulary;
import dev.lukis.pipeline.ImagePipeline;

/** Where the application's pipeline comes from. Another bean of this type takes its place. */
interface PipelineSource {
  /**
   * A pipeline and what it paints.
   *
   * @param vocabulary of the model
   * @param pipeline is closed by whoever opened it
   */
  record Opened(ModelCard card, Vocabulary vocabulary, ImagePipeline pipeline) {}

  /** Called once, at the start. */
  Opened open();
}
