package dev.lukis.model.hub.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileSelectionTest {
  private static final String SHARD = "unet/diffusion_pytorch_model";
  private static final List<String> OTHERS =
      List.of(
          "model_index.json",
          "scheduler/scheduler_config.json",
          "tokenizer/merges.txt",
          "tokenizer/vocab.json",
          "text_encoder/config.json",
          "text_encoder/model.safetensors",
          "unet/config.json",
          "vae/config.json",
          "vae/diffusion_pytorch_model.safetensors");

  private static JsonObject index(String json) {
    try {
      return new JsonObject("index", new ObjectMapper().readTree(json.replace('\'', '"')));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static FileSelection choose(List<String> files, Precision precision) {
    JsonObject index =
        index(
            "{'_class_name': 'StableDiffusionPipeline', 'unet': ['diffusers', 'U'],"
                + " 'vae': ['diffusers', 'V'], 'text_encoder': ['transformers', 'T'],"
                + " 'tokenizer': ['transformers', 'C'], 'scheduler': ['diffusers', 'S'],"
                + " 'safety_checker': [null, null], 'requires_safety_checker': true}");
    return FileSelection.choose(
        Purpose.MODEL, "a/b", Optional.empty(), files, Optional.of(index), precision);
  }

  private static List<String> with(String... more) {
    List<String> files = new ArrayList<>(OTHERS);
    files.addAll(List.of(more));
    return files;
  }

  @Test
  void shardsComeWithTheirIndexAndOnlyInTheirVariant() {
    List<String> plain =
        List.of(
            SHARD + "-00001-of-00002.safetensors",
            SHARD + "-00002-of-00002.safetensors",
            SHARD + ".safetensors.index.json");
    List<String> half =
        List.of(
            SHARD + ".fp16-00001-of-00002.safetensors",
            SHARD + ".fp16-00002-of-00002.safetensors",
            SHARD + ".safetensors.index.fp16.json");
    List<String> former =
        List.of(
            SHARD + "-00001-of-00002.fp16.safetensors",
            SHARD + "-00002-of-00002.fp16.safetensors",
            SHARD + ".safetensors.fp16.index.json");
    for (List<String> variant : List.of(half, former)) {
      List<String> files = with(plain.toArray(String[]::new));
      files.addAll(variant);
      assertThat(choose(files, Precision.SINGLE).files())
          .containsAll(plain)
          .doesNotContainAnyElementsOf(variant);
      assertThat(choose(files, Precision.HALF).files())
          .containsAll(variant)
          .doesNotContainAnyElementsOf(plain);
    }
  }

  @Test
  void aMissingShardOrIndexIsToldBeforeAnythingIsFetched() {
    assertThatThrownBy(
            () ->
                choose(
                    with(SHARD + "-00001-of-00002.safetensors", SHARD + ".safetensors.index.json"),
                    Precision.SINGLE))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("a/b: unet: no complete weights");
    assertThatThrownBy(() -> choose(with(SHARD + "-00001-of-00001.safetensors"), Precision.SINGLE))
        .hasMessageContaining("every shard and the index");
  }

  @Test
  void thePrecisionThatExistsIsTakenForEachComponentAlone() {
    List<String> files = with(SHARD + ".fp16.safetensors");
    assertThat(choose(files, Precision.SINGLE).files())
        .contains(SHARD + ".fp16.safetensors", "vae/diffusion_pytorch_model.safetensors");
    files.add("vae/diffusion_pytorch_model.fp16.safetensors");
    assertThat(choose(files, Precision.HALF).files())
        .contains("vae/diffusion_pytorch_model.fp16.safetensors", "text_encoder/model.safetensors");
  }

  @Test
  void whatPaintingDoesNotNeedIsLeftOut() {
    List<String> files =
        with(
            SHARD + ".safetensors",
            SHARD + ".bin",
            SHARD + ".non_ema.safetensors",
            "unet/model.onnx",
            "unet/model.onnx_data",
            "safety_checker/model.safetensors",
            "feature_extractor/preprocessor_config.json",
            "text_encoder/flax_model.msgpack",
            "v1-5-pruned.safetensors",
            "v1-5-pruned.ckpt",
            "README.md",
            "tokenizer/code.py");
    List<String> wanted = with(SHARD + ".safetensors");
    assertThat(choose(files, Precision.SINGLE).files()).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void graphsAreTakenWhereThereAreNoSafetensors() {
    List<String> files =
        List.of(
            "model_index.json",
            "scheduler/scheduler_config.json",
            "tokenizer/vocab.json",
            "text_encoder/config.json",
            "text_encoder/model.onnx",
            "unet/config.json",
            "unet/model.onnx",
            "unet/model.onnx_data",
            "vae_decoder/config.json",
            "vae_decoder/model.onnx");
    List<String> all = new ArrayList<>(files);
    all.add("unet/diffusion_pytorch_model.bin");
    all.add("vae_encoder/model.onnx");
    assertThat(choose(all, Precision.SINGLE).files()).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void severalCheckpointsAreListedSoThatOneCanBeNamed() {
    assertThatThrownBy(
            () ->
                FileSelection.choose(
                    Purpose.MODEL,
                    "a/b",
                    Optional.empty(),
                    List.of("one.safetensors", "two.safetensors", "two.ckpt"),
                    Optional.empty(),
                    Precision.SINGLE))
        .hasMessage(
            "a/b: 2 files that may be meant (expected: a/b:FILE, with one of one.safetensors,"
                + " two.safetensors)");
  }

  private static FileSelection part(Purpose purpose, String... files) {
    return FileSelection.choose(
        purpose, "a/b", Optional.empty(), List.of(files), Optional.empty(), Precision.SINGLE);
  }

  @Test
  void ofATinyDecoderOnlyTheNetworkAndItsConfigurationAreTaken() {
    assertThat(
            part(
                    Purpose.TINY_DECODER,
                    "README.md",
                    "config.json",
                    "diffusion_pytorch_model.bin",
                    "diffusion_pytorch_model.safetensors",
                    "taesd_decoder.safetensors",
                    "taesd_encoder.safetensors")
                .files())
        .containsExactly("config.json", "diffusion_pytorch_model.safetensors");
    assertThatThrownBy(() -> part(Purpose.TINY_DECODER, "taesd_decoder.safetensors"))
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("a/b: no tiny decoder (expected: config.json and ");
  }

  @Test
  void ofALoraOneFileIsTakenTheUsualNameFirst() {
    assertThat(part(Purpose.LORA, "a.safetensors", "pytorch_lora_weights.safetensors").files())
        .containsExactly("pytorch_lora_weights.safetensors");
    assertThat(
            part(Purpose.LORA, "adapter_config.json", "adapter_model.safetensors", "b.safetensors")
                .files())
        .containsExactly("adapter_model.safetensors");
    assertThat(part(Purpose.LORA, "ink.safetensors", "sample/x.safetensors").files())
        .containsExactly("ink.safetensors");
    assertThatThrownBy(() -> part(Purpose.LORA, "a.safetensors", "b.safetensors"))
        .hasMessageContaining("a/b:FILE, with one of a.safetensors, b.safetensors");
    assertThatThrownBy(() -> part(Purpose.LORA, "pytorch_lora_weights.bin"))
        .hasMessageContaining("only pickle files");
  }

  @Test
  void aModelIsNotFetchedInPlaceOfALora() {
    assertThatThrownBy(() -> part(Purpose.LORA, "model_index.json", "all-in-one.safetensors"))
        .isInstanceOf(ModelException.class)
        .hasMessage("a/b: a model (expected: the repository of a LoRA, or a/b:FILE)");
  }
}
