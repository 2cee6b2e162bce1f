package dev.lukis.app;

import dev.lukis.model.ModelCard;
import dev.lukis.model.tokenizer.Vocabulary;
import dev.lukis.pipeline.ImagePipeline;
import dev.lukis.text.PromptReading;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * What sessions and the page need of the loaded model; nothing here paints. Thread-safe.
 *
 * @param card name, sizes and plans of the model
 * @param vocabulary the words that it understands, if it tells
 * @param reader what it makes of a prompt
 * @param draftNanos how long drafts take lately; 0 if unknown
 */
public record ModelInfo(
    ModelCard card,
    Vocabulary vocabulary,
    Function<String, PromptReading> reader,
    LongSupplier draftNanos) {

  static ModelInfo of(PipelineSource.Opened opened, LongSupplier draftNanos) {
    ImagePipeline pipeline = opened.pipelines().get(0);
    return new ModelInfo(opened.card(), opened.vocabulary(), pipeline::read, draftNanos);
  }
}
