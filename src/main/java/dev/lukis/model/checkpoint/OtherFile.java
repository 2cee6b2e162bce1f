package dev.lukis.model.checkpoint;

import dev.lukis.model.files.ModelException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that are no checkpoint of a kind that is supported, recognised by the names of their
 * tensors.
 *
 * @param tensor part of a name
 * @param what it is, in words
 */
record OtherFile(Pattern tensor, String what) {
  private static final List<OtherFile> ALL =
      List.of(
          of("lora_(down|up|A|B)\\b|\\.lora\\.|hada_w|lokr_w", "a LoRA; set lukis.loras to it"),
          of("^control_model\\.|input_hint_block|controlnet_cond_embedding", "a ControlNet"),
          of("joint_blocks\\.", "Stable Diffusion 3"),
          of("double_blocks\\.|single_blocks\\.|single_transformer_blocks\\.", "Flux"),
          of("motion_modules\\.", "a motion module of AnimateDiff"),
          of("^edm_mean$|^edm_vpred", "Playground 2.5 or alike, with EDM's scaling"),
          of(
              "^conditioner\\.embedders\\.0\\.model\\.",
              "the refiner of Stable Diffusion XL, which paints over pictures"),
          of("^noise_augmentor\\.|^embedder\\.", "Stable unCLIP, which varies pictures"),
          of("image_proj|ip_adapter", "an IP-Adapter"),
          of("^emb_params$|^clip_[lg]$", "an embedding (textual inversion)"));

  /** Parts of a checkpoint alone, in its own names or in diffusers'. */
  private static final List<OtherFile> PARTS =
      List.of(
          of("^(diffusion_model\\.)?input_blocks\\.", "a UNet without text encoder and VAE"),
          of("^(down_blocks|up_blocks|conv_in)\\.", "a UNet without text encoder and VAE"),
          of("^(first_stage_model\\.)?decoder\\.", "a VAE alone"),
          of("^(text_model|transformer)\\.", "a text encoder alone"));

  private static OtherFile of(String tensor, String what) {
    return new OtherFile(Pattern.compile(tensor), what);
  }

  /**
   * @throws ModelException when a name is of another kind of file
   */
  static void refuse(String file, Collection<String> tensors) {
    refuse(file, tensors, ALL);
  }

  /**
   * @throws ModelException always, with what the file is as far as its names tell
   */
  static ModelException noCheckpoint(String file, Collection<String> tensors) {
    refuse(file, tensors, PARTS);
    return refused(file, "no checkpoint of Stable Diffusion");
  }

  private static void refuse(String file, Collection<String> tensors, List<OtherFile> others) {
    for (OtherFile other : others) {
      if (tensors.stream().anyMatch(tensor -> other.tensor.matcher(tensor).find())) {
        throw refused(file, other.what);
      }
    }
  }

  private static ModelException refused(String file, String what) {
    return new ModelException(
        file
            + ": "
            + what
            + " (expected: a whole checkpoint of Stable Diffusion 1, 2 or XL, text to picture)");
  }
}
