package dev.lukis.model.hub;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lukis.model.hub.selection.Precision;
import dev.lukis.testing.HubRepository;
import dev.lukis.testing.HubServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Downloads from a server of the tests into a folder, with a clock that does not run. */
class Fetches implements FetchListener {
  static final String NAME = "makers/tiny";
  static final HubReference REFERENCE = HubReference.of(NAME);

  final Map<String, String> environment = new HashMap<>();
  final List<FetchProgress> progress = new ArrayList<>();
  final List<String> messages = new ArrayList<>();
  final List<Duration> waits = new ArrayList<>();

  Fetches(HubServer server, Path home) {
    environment.put("HF_ENDPOINT", server.endpoint().toString());
    environment.put("HF_HOME", home.toString());
  }

  Fetches set(String name, String value) {
    environment.put(name, value);
    return this;
  }

  HubSettings settings() {
    return HubSettings.of(environment);
  }

  ModelDownloads downloads() {
    return new ModelDownloads(settings(), this, waits::add);
  }

  Path fetch() {
    return downloads().fetch(REFERENCE, Precision.SINGLE);
  }

  Path locate() {
    return downloads().locate(REFERENCE, Precision.SINGLE);
  }

  /** A pipeline as diffusers saves it, with weights of random bytes. */
  static HubRepository pipeline() {
    Map<String, byte[]> files = new HashMap<>();
    HubRepository repository = new HubRepository(NAME, files);
    for (String weights :
        List.of(
            "text_encoder/model",
            "unet/diffusion_pytorch_model",
            "vae/diffusion_pytorch_model",
            "safety_checker/model")) {
      String folder = weights.substring(0, weights.indexOf('/'));
      repository =
          repository
              .and(folder + "/config.json", "{\"of\": \"" + folder + "\"}")
              .and(weights + ".safetensors", HubRepository.bytes(3_000_000, weights.hashCode()))
              .and(weights + ".fp16.safetensors", HubRepository.bytes(1_500, weights.hashCode()))
              .and(weights + ".bin", HubRepository.bytes(5_000, 1));
    }
    return repository
        .and(
            "model_index.json",
            "{\"_class_name\": \"StableDiffusionPipeline\","
                + " \"safety_checker\": [\"stable_diffusion\", \"StableDiffusionSafetyChecker\"],"
                + " \"feature_extractor\": [null, null],"
                + " \"scheduler\": [\"diffusers\", \"EulerDiscreteScheduler\"],"
                + " \"text_encoder\": [\"transformers\", \"CLIPTextModel\"],"
                + " \"tokenizer\": [\"transformers\", \"CLIPTokenizer\"],"
                + " \"unet\": [\"diffusers\", \"UNet2DConditionModel\"],"
                + " \"vae\": [\"diffusers\", \"AutoencoderKL\"],"
                + " \"requires_safety_checker\": false}")
        .and("scheduler/scheduler_config.json", "{}")
        .and("tokenizer/vocab.json", "{\"a\": 0}")
        .and("tokenizer/merges.txt", "#version: 0.2\n")
        .and("README.md", "# tiny\n")
        .and("tiny-all-in-one.safetensors", HubRepository.bytes(100, 3))
        .and("tiny-all-in-one.ckpt", HubRepository.bytes(100, 4));
  }

  /** The files that painting needs of {@link #pipeline()}. */
  static final List<String> NEEDED =
      List.of(
          "model_index.json",
          "scheduler/scheduler_config.json",
          "text_encoder/config.json",
          "text_encoder/model.safetensors",
          "tokenizer/merges.txt",
          "tokenizer/vocab.json",
          "unet/config.json",
          "unet/diffusion_pytorch_model.safetensors",
          "vae/config.json",
          "vae/diffusion_pytorch_model.safetensors");

  static void assertSame(Path snapshot, HubRepository repository, List<String> files) {
    for (String file : files) {
      assertThat(bytes(snapshot.resolve(file))).as(file).isEqualTo(repository.content(file));
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void progress(FetchProgress each) {
    progress.add(each);
  }

  @Override
  public void message(String line) {
    messages.add(line);
  }
}
