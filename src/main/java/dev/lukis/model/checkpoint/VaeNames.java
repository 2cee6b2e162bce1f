package dev.lukis.model.checkpoint;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of the autoencoder's tensors in a checkpoint, as diffusers names them. A checkpoint counts
 * the decoder's stages from the picture, diffusers from the latents. Immutable.
 *
 * @param stages of the decoder
 */
record VaeNames(int stages) {
  private static final Pattern STAGE =
      Pattern.compile(
          "(encoder\\.down|decoder\\.up)\\.(\\d{1,2})\\.(block\\.(\\d{1,2})|downsample|upsample)\\.(.+)");
  private static final Pattern MIDDLE =
      Pattern.compile("(encoder|decoder)\\.mid\\.(block|attn)_(\\d)\\.(.+)");
  private static final Map<String, String> ATTENTION =
      Map.of("norm", "group_norm", "q", "to_q", "k", "to_k", "v", "to_v", "proj_out", "to_out.0");

  /** The name without a prefix, in diffusers' form. */
  String diffusers(String name) {
    String plain =
        name.replace(".nin_shortcut.", ".conv_shortcut.").replace(".norm_out.", ".conv_norm_out.");
    Matcher stage = STAGE.matcher(plain);
    if (stage.matches()) {
      return stage(stage);
    }
    Matcher middle = MIDDLE.matcher(plain);
    return middle.matches() ? middle(middle) : plain;
  }

  private String stage(Matcher name) {
    boolean up = name.group(1).equals("decoder.up");
    int index = Integer.parseInt(name.group(2));
    String layer =
        switch (name.group(3)) {
          case "downsample" -> "downsamplers.0";
          case "upsample" -> "upsamplers.0";
          default -> "resnets." + name.group(4);
        };
    return name.group(1)
        + "_blocks."
        + (up ? stages - 1 - index : index)
        + "."
        + layer
        + "."
        + name.group(5);
  }

  private static String middle(Matcher name) {
    String block = name.group(1) + ".mid_block.";
    String rest = name.group(4);
    if (name.group(2).equals("block")) {
      return block + "resnets." + (Integer.parseInt(name.group(3)) - 1) + "." + rest;
    }
    int dot = rest.lastIndexOf('.');
    String layer = dot < 0 ? rest : rest.substring(0, dot);
    return block
        + "attentions.0."
        + ATTENTION.getOrDefault(layer, layer)
        + (dot < 0 ? "" : rest.substring(dot));
  }
}
