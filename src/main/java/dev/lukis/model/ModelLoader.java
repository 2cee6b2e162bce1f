package dev.lukis.model;

import java.util.List;

/** Reads a {@link DiffusionModel} from its directory, one part after the other. */
final class ModelLoader {
  private static final String PIPELINE_CLASS = "LukisMiniPipeline";
  private static final SamplingPlan DRAFT = new SamplingPlan(2, 1);
  private static final SamplingPlan SETTLE = new SamplingPlan(8, 1);
  private static final double STEER_NOISE = 0.6;

  private final ModelDirectory directory;
  private final int threads;
  private final List<AutoCloseable> natives;

  /**
   * @param natives takes whatever is to be closed, also when loading fails half-way
   */
  ModelLoader(ModelDirectory directory, int threads, List<AutoCloseable> natives) {
    this.directory = directory;
    this.threads = threads;
    this.natives = natives;
  }

  DiffusionModel load() {
    requireFamily();
    JsonFile textConfig = directory.requiredJson("text_encoder/config.json");
    JsonFile unetConfig = directory.requiredJson("unet/config.json");
    JsonFile vaeConfig = directory.requiredJson("vae_decoder/config.json");
    int channels = unetConfig.integer("in_channels");
    int tokens = textConfig.integer("max_position_embeddings");
    int factor = 1 << (vaeConfig.arrayLength("block_out_channels") - 1);

    Denoiser denoiser =
        owned(Denoiser.load(directory, threads, channels, textConfig.integer("hidden_size")));
    return new DiffusionModel(
        Vocabulary.read(directory.optionalJson(Vocabulary.FILE)),
        card(unetConfig.integer("sample_size") * factor, tokens, denoiser.resizable()),
        SchedulerConfig.read(directory.requiredJson("scheduler/scheduler_config.json")),
        owned(Tokenizer.load(directory, tokens)),
        owned(TextEncoder.load(directory, threads)),
        denoiser,
        owned(VaeDecoder.load(directory, threads, channels)),
        channels,
        factor,
        natives);
  }

  private void requireFamily() {
    JsonFile index = directory.requiredJson("model_index.json");
    String className = index.text("_class_name");
    if (!className.equals(PIPELINE_CLASS)) {
      throw index.refused("_class_name", className, PIPELINE_CLASS);
    }
  }

  private ModelCard card(int size, int tokens, boolean resizable) {
    JsonFile lukis = directory.optionalJson("lukis.json");
    return new ModelCard(
        lukis.text("name", directory.name()),
        size,
        size,
        resizable,
        tokens,
        SamplingPlan.read(lukis.object("draft"), DRAFT),
        SamplingPlan.read(lukis.object("settle"), SETTLE),
        steerNoise(lukis));
  }

  private static float steerNoise(JsonFile lukis) {
    double share = lukis.number("steer_noise", STEER_NOISE);
    if (!(share >= 0 && share <= 1)) {
      throw lukis.refused("steer_noise", share, "0..1");
    }
    return (float) share;
  }

  private <T extends AutoCloseable> T owned(T part) {
    natives.add(part);
    return part;
  }
}
