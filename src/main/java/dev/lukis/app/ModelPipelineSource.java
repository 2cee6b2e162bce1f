package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelSettings;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.Device;
import dev.lukis.model.onnx.Devices;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.pipeline.DiffusionPipeline;
import dev.lukis.pipeline.ImagePipeline;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** The pipelines of the configured model, one for each configured device. */
@DefaultBean
@Singleton
class ModelPipelineSource implements PipelineSource {
  private final LukisConfig config;
  private final ModelFetching fetching;

  @Inject
  ModelPipelineSource(LukisConfig config, ModelFetching fetching) {
    this.config = config;
    this.fetching = fetching;
  }

  // A model error is one line for the operator, without a stack trace.
  @Override
  public Opened open() {
    List<DiffusionModel> models = new ArrayList<>();
    try {
      List<Device> devices = Devices.of(config.device());
      String location = fetching.local(config.model(), devices);
      for (Device device : devices) {
        models.add(DiffusionModel.load(location, execution(device), settings()));
      }
    } catch (ModelException e) {
      models.forEach(DiffusionModel::close);
      throw new ConfigurationException(e.getMessage());
    }
    List<ImagePipeline> pipelines = new ArrayList<>();
    models.forEach(model -> pipelines.add(new DiffusionPipeline(model)));
    return new Opened(models.get(0).card(), models.get(0).vocabulary(), pipelines);
  }

  private ModelSettings settings() {
    return new ModelSettings(config.sampler(), config.clipSkip());
  }

  private ExecutionOptions execution(Device device) {
    int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    return new ExecutionOptions(device, threads, config.tensorrtCache());
  }
}
