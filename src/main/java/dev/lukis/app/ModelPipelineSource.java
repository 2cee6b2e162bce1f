package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.onnx.Device;
import dev.lukis.model.onnx.Devices;
import dev.lukis.model.onnx.ExecutionOptions;
import dev.lukis.model.onnx.WeightMode;
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

  @Inject
  ModelPipelineSource(LukisConfig config) {
    this.config = config;
  }

  // A model error is one line for the operator, without a stack trace.
  @Override
  public Opened open() {
    List<DiffusionModel> models = new ArrayList<>();
    try {
      for (Device device : Devices.of(config.device())) {
        models.add(DiffusionModel.load(config.model(), config.tinyDecoder(), execution(device)));
      }
    } catch (ModelException e) {
      models.forEach(DiffusionModel::close);
      throw new ConfigurationException(e.getMessage());
    }
    List<ImagePipeline> pipelines = new ArrayList<>();
    models.forEach(model -> pipelines.add(new DiffusionPipeline(model)));
    return new Opened(models.get(0).card(), models.get(0).vocabulary(), pipelines);
  }

  private ExecutionOptions execution(Device device) {
    int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    return new ExecutionOptions(
        device, threads, config.tensorrtCache(), WeightMode.valueOf(config.weights().name()));
  }
}
