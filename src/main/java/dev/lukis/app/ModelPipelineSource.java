package dev.lukis.app;

import dev.lukis.config.LukisConfig;
import dev.lukis.model.DiffusionModel;
import dev.lukis.model.ModelReport;
import dev.lukis.model.ModelSettings;
import dev.lukis.model.ModelSource;
import dev.lukis.model.checkpoint.CheckpointKind;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraFiles;
import dev.lukis.model.lora.LoraSource;
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
import java.util.Optional;
import java.util.logging.Logger;

/** The pipelines of the configured model, one for each configured device. */
@DefaultBean
@Singleton
class ModelPipelineSource implements PipelineSource {
  private static final Logger LOG = Logger.getLogger(ModelPipelineSource.class.getName());

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
      ModelSource source = source(devices);
      for (Device device : devices) {
        models.add(DiffusionModel.load(source, execution(device)));
      }
    } catch (ModelException e) {
      models.forEach(DiffusionModel::close);
      throw new ConfigurationException(e.getMessage());
    }
    log(models.get(0).report());
    List<ImagePipeline> pipelines = new ArrayList<>();
    models.forEach(model -> pipelines.add(new DiffusionPipeline(model)));
    return new Opened(models.get(0).card(), models.get(0).vocabulary(), pipelines);
  }

  private static void log(ModelReport report) {
    report.loras().forEach(lora -> LOG.info(() -> "LoRA " + lora.words()));
    report.notes().forEach(note -> LOG.info(() -> "model: " + note));
  }

  // All parts are fetched before the first is loaded, so that one that fails fails early.
  private ModelSource source(List<Device> devices) {
    List<LoraSource> loras = LoraSource.parseAll(config.loras().orElse(List.of()));
    String location = fetching.local(config.model(), devices);
    Optional<String> tinyDecoder =
        fetching.tinyDecoder(config.tinyDecoder(), config.model(), devices);
    LoraFiles loraFiles = fetching.loras(devices);
    loras.forEach(lora -> loraFiles.file(lora.location()));
    return ModelSource.of(location)
        .withSettings(new ModelSettings(config.sampler(), config.clipSkip()))
        .withKind(CheckpointKind.parse(config.modelKind()))
        .withTinyDecoder(tinyDecoder)
        .withLoras(loras, loraFiles);
  }

  private ExecutionOptions execution(Device device) {
    int threads = config.threads().orElse(Runtime.getRuntime().availableProcessors());
    return new ExecutionOptions(
        device, threads, config.tensorrtCache(), WeightMode.valueOf(config.weights().name()));
  }
}
