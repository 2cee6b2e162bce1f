package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.pipeline.ImagePipeline;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The pipeline of a server under measurement: the real one, or none where that is asked for. */
@Singleton
class BenchPipelineSource implements PipelineSource {
  private final PipelineSource real;
  private final boolean none;

  @Inject
  BenchPipelineSource(
      LukisConfig config,
      ModelFetching fetching,
      @ConfigProperty(name = "bench.null-pipeline", defaultValue = "false") boolean none) {
    this.real = new ModelPipelineSource(config, fetching);
    this.none = none;
  }

  @Override
  public Opened open() {
    Opened opened = real.open();
    return none
        ? new Opened(
            opened.card(),
            opened.vocabulary(),
            opened.pipelines().stream().<ImagePipeline>map(NullPipeline::new).toList())
        : opened;
  }
}
