package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Files that look like LoRAs and are something else, recognised by the names of their tensors.
 *
 * @param tensor part of a name
 * @param what it is, in words
 */
record OtherAdapter(Pattern tensor, String what) {
  private static final List<OtherAdapter> ALL =
      List.of(
          of("dora_scale|lora_magnitude_vector", "a DoRA (weight-decomposed)"),
          of("\\.hada_", "a LoHa (Hadamard products)"),
          of("\\.lokr_", "a LoKr (Kronecker products)"),
          of("\\.on_input|\\.ia3_l", "an IA3"),
          of("oft_|\\.boft_", "an OFT (orthogonal finetuning)"),
          of("\\.[ab][12]\\.weight$", "a GLoRA"),
          of("\\.diff(_b)?$", "a full difference of weights"),
          of("lora_embedding_|bundle_emb|^emb_params$", "token embeddings"),
          of("ip_adapter|image_proj", "an IP-Adapter"),
          of(
              "controlnet|control_model|input_hint_block|zero_conv|lllite",
              "a ControlNet or a part of one"),
          of("double_blocks|single_blocks|joint_blocks|^transformer\\.", "for Flux, SD3 or alike"),
          of(
              "^(model\\.diffusion_model|first_stage_model|cond_stage_model|conditioner)\\.(?!.*lora)",
              "a whole checkpoint (set lukis.model to it)"));

  private static OtherAdapter of(String tensor, String what) {
    return new OtherAdapter(Pattern.compile(tensor), what);
  }

  /**
   * @throws ModelException when a name is of another kind of file
   */
  static void refuse(String file, Collection<String> tensors) {
    for (OtherAdapter other : ALL) {
      for (String tensor : tensors) {
        if (other.tensor.matcher(tensor).find()) {
          throw new ModelException(
              file
                  + ": "
                  + other.what
                  + ", with "
                  + LoraFile.printable(tensor)
                  + " (expected: a LoRA of kohya's, PEFT's or diffusers' form)");
        }
      }
    }
  }
}
