package dev.lukis.web;

import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelException;
import dev.lukis.pipeline.DiffusionPipeline;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The pipeline of the configured model. */
@DefaultBean
@Singleton
class ModelPipelineSource implements PipelineSource {
  private final LukisConfig config;

  @Inject
  ModelPipelineSource(LukisConfig config) {
    this.config = config;
  }

  @Override
  public Opened open() {
    int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    DiffusionModel model = load(config.model(), threads);
    return new Opened(model.card(), model.vocabulary(), new DiffusionPipeline(model));
  }

  // An operator is told in one line what is wrong with the model; the stack would say no more.
  private static DiffusionModel load(String location, int threads) {
    try {
      return DiffusionModel.load(location, threads);
    } catch (ModelException e) {
      throw new ConfigurationException(e.getMessage());
    }
  }
}
