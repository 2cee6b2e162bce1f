package dev.lukis.model.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lukis.model.files.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindRecognitionTest {
  private static final String UNET = "model.diffusion_model.";
  private static final String CONV_IN = UNET + "input_blocks.0.0.weight";
  private static final String KEYS =
      UNET + "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight";

  @TempDir Path folder;
  private final Map<String, List<Long>> shapes = new LinkedHashMap<>();

  private void checkpoint(long channels, long width) {
    shapes.put(CONV_IN, List.of(8L, channels, 3L, 3L));
    shapes.put(KEYS, List.of(8L, width));
  }

  private Checkpoint read(String asked, String metadata) throws IOException {
    Path file = CookedCheckpoint.sparse(folder.resolve("x.safetensors"), shapes, metadata);
    return Checkpoint.read(file, CheckpointKind.parse(asked));
  }

  private void assertRefused(String asked, String... says) {
    assertThatThrownBy(() -> read(asked, "{}"))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(says)
        .message()
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"768, SD1", "2048, SDXL"})
  void theWidthOfCrossAttentionTellsTheKind(long width, CheckpointKind kind) throws IOException {
    checkpoint(4, width);
    assertThat(read("auto", "{}").kind()).isEqualTo(kind);
  }

  @Test
  void whatStableDiffusion2PredictsIsAskedFor() throws IOException {
    checkpoint(4, 1024);
    assertRefused(
        "auto",
        "x.safetensors: Stable Diffusion 2, which does not tell what it predicts",
        "lukis.model-kind=sd2 for noise",
        "or sd2-v for velocity");
    assertThat(read("sd2", "{}").kind()).isEqualTo(CheckpointKind.SD2);
    assertThat(read("sd2-v", "{}").kind()).isEqualTo(CheckpointKind.SD2_V);
  }

  @Test
  void notesInTheFileOrBesideItTellWhatIsPredicted() throws IOException {
    checkpoint(4, 1024);
    String key = "{\"modelspec.prediction_type\":\"";
    assertThat(read("auto", key + "v\"}").kind()).isEqualTo(CheckpointKind.SD2_V);
    assertThat(read("auto", key + "epsilon\"}").kind()).isEqualTo(CheckpointKind.SD2);
    Path yaml = folder.resolve("x.yaml");
    Files.writeString(yaml, "model:\n  params:\n    parameterization: \"v\"\n");
    assertThat(read("auto", "{}").kind()).isEqualTo(CheckpointKind.SD2_V);
    Files.writeString(yaml, "model:\n  params:\n    timesteps: 1000\n");
    assertThat(read("auto", "{}").kind()).isEqualTo(CheckpointKind.SD2);
  }

  @Test
  void aMarkOfVelocityIsSeen() throws IOException {
    checkpoint(4, 2048);
    shapes.put("v_pred", List.of(0L));
    assertThat(read("auto", "{}").kind()).isEqualTo(CheckpointKind.SDXL_V);
  }

  @Test
  void aKindThatTheWeightsContradictIsRefused() {
    checkpoint(4, 2048);
    assertRefused("sd1", "lukis.model-kind: sd1 (expected: sdxl or sdxl-v");
    assertRefused("sd3", "lukis.model-kind: sd3 (expected: auto, sd1, sd2, sd2-v, sdxl, sdxl-v)");
  }

  @ParameterizedTest
  @CsvSource({
    "9, an inpainting model",
    "8, a model that edits pictures as told",
    "5, a model that keeps depth",
    "16, a model of 16 channels"
  })
  void modelsThatTakePicturesAreRefusedByWhatTheyAre(long channels, String what) {
    checkpoint(channels, 768);
    assertRefused("auto", "x.safetensors: " + what, "(expected: a model that paints from text");
  }

  @ParameterizedTest
  @CsvSource({
    "conditioner.embedders.0.model.ln_final.weight, the refiner of Stable Diffusion XL",
    "model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight, Stable Diffusion 3",
    "double_blocks.0.img_attn.qkv.weight, Flux",
    "control_model.input_blocks.0.0.weight, a ControlNet",
    "controlnet_cond_embedding.conv_in.weight, a ControlNet",
    "lora_unet_mid_block_attentions_0_proj_in.lora_down.weight, a LoRA; set lukis.loras to it",
    "edm_mean, Playground 2.5",
    "noise_augmentor.betas, Stable unCLIP",
    "emb_params, an embedding"
  })
  void otherFilesAreRefusedByWhatTheyAre(String tensor, String what) {
    checkpoint(4, 2048);
    shapes.put(tensor, List.of(1L));
    assertRefused("auto", "x.safetensors: " + what);
  }

  @ParameterizedTest
  @CsvSource({
    "input_blocks.0.0.weight, a UNet without text encoder and VAE",
    "down_blocks.0.resnets.0.conv1.weight, a UNet without text encoder and VAE",
    "first_stage_model.decoder.conv_in.weight, a VAE alone",
    "text_model.final_layer_norm.weight, a text encoder alone",
    "anything, no checkpoint of Stable Diffusion"
  })
  void partsOfACheckpointAreRefusedByWhatTheyAre(String tensor, String what) {
    shapes.put(tensor, List.of(1L));
    assertRefused("auto", "x.safetensors: " + what + " (expected: a whole checkpoint");
  }

  @Test
  void sizesThatNoModelHasAreRefused() throws IOException {
    checkpoint(4, 768);
    shapes.put(KEYS, List.of());
    assertRefused("auto", "cross attention of width 0");
    checkpoint(4, 1024);
    String inner = "cond_stage_model.model.transformer.resblocks.0.attn.in_proj_weight";
    for (List<Long> sizes : List.of(List.of(0L, 5_000_000_000L), List.<Long>of(), List.of(4L))) {
      shapes.put(inner, sizes);
      Checkpoint checkpoint = read("sd2", "{}");
      assertThatThrownBy(() -> checkpoint.table("text_encoder", 23))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining(inner + ": ")
          .hasMessageContaining(sizes.toString());
    }
  }

  @Test
  void anUnknownWidthIsRefused() {
    checkpoint(4, 1280);
    assertRefused("auto", "cross attention of width 1280");
  }

  @ParameterizedTest
  @ValueSource(strings = {"model.ckpt", "model.pt", "model.BIN", "model.pth"})
  void picklesAreNeverOpened(String name) {
    // There is no such file: it is refused before anything is opened.
    assertThatThrownBy(() -> Checkpoint.read(folder.resolve(name), Optional.empty()))
        .isInstanceOf(ModelException.class)
        .hasMessageContainingAll(name + ": a pickle, which can run code", ".safetensors");
  }

  @Test
  void aMissingPartIsNamed() throws IOException {
    checkpoint(4, 768);
    shapes.put(UNET + "input_blocks.3.0.op.weight", List.of(8L, 8L, 3L, 3L));
    Checkpoint bare = read("auto", "{}");
    assertThatThrownBy(() -> bare.table("vae", 0))
        .hasMessage(
            "x.safetensors: no VAE, first_stage_model.* (expected: a whole checkpoint, with all"
                + " parts)");
    assertThatThrownBy(() -> bare.table("text_encoder", 12))
        .hasMessageContaining("no text encoder, cond_stage_model.*");
  }

  @Test
  void averagedWeightsAreNotUsedAndTold() throws IOException {
    checkpoint(4, 768);
    shapes.put(UNET + "input_blocks.3.0.op.weight", List.of(8L, 8L, 3L, 3L));
    shapes.put("model_ema.diffusion_modelinput_blocks00weight", List.of(8L, 4L, 3L, 3L));
    Checkpoint checkpoint = read("auto", "{}");
    assertThat(checkpoint.notes()).containsExactly("1 averaged weights (model_ema.*) are not used");
    assertThat(checkpoint.table("unet", 0).tensors())
        .containsOnlyKeys(
            "conv_in.weight",
            "down_blocks.0.downsamplers.0.conv.weight",
            "down_blocks.1.attentions.0.transformer_blocks.0.attn2.to_k.weight");
  }

  @Test
  void anUnknownTensorOfTheUNetIsNamed() throws IOException {
    checkpoint(4, 768);
    shapes.put(UNET + "input_blocks.3.0.op.weight", List.of(8L, 8L, 3L, 3L));
    shapes.put(UNET + "gate", List.of(1L));
    Checkpoint checkpoint = read("auto", "{}");
    assertThatThrownBy(() -> checkpoint.table("unet", 0))
        .hasMessageContaining("x.safetensors: model.diffusion_model.gate (expected:");
  }
}
