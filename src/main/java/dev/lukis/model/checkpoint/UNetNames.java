package dev.lukis.model.checkpoint;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of the UNet's modules in Stable Diffusion's own checkpoints, as diffusers names them. They
 * count blocks through: {@code input_blocks.4.1} is {@code down_blocks.1.attentions.0}. Parts of a
 * name are separated by dots, or by underscores as in kohya's LoRAs. Immutable.
 *
 * @param layers resnets of a down block
 */
public record UNetNames(int layers) {
  private static final String SEPARATOR = "[._]";

  private static final Pattern BLOCK =
      Pattern.compile(
          "(input|output)_blocks[._](\\d{1,3})[._](\\d{1,3})[._](.+)|middle_block[._](\\d)[._](.+)");

  /** What is before and behind the blocks. */
  private static final Map<String, String> TOP = new LinkedHashMap<>();

  private static final Map<String, String> RESNET = new LinkedHashMap<>();

  static {
    TOP.put("time_embed.0", "time_embedding.linear_1");
    TOP.put("time_embed.2", "time_embedding.linear_2");
    TOP.put("label_emb.0.0", "add_embedding.linear_1");
    TOP.put("label_emb.0.2", "add_embedding.linear_2");
    TOP.put("input_blocks.0.0", "conv_in");
    TOP.put("out.0", "conv_norm_out");
    TOP.put("out.2", "conv_out");
    RESNET.put("in_layers.0", "norm1");
    RESNET.put("in_layers.2", "conv1");
    RESNET.put("emb_layers.1", "time_emb_proj");
    RESNET.put("out_layers.0", "norm2");
    RESNET.put("out_layers.3", "conv2");
    RESNET.put("skip_connection", "conv_shortcut");
  }

  /**
   * @param name of a module or tensor, without a prefix
   * @return diffusers' name; the given one where it is none of a checkpoint
   */
  public String diffusers(String name) {
    String top = renamed(TOP, name);
    if (!top.equals(name)) {
      return top;
    }
    Matcher block = BLOCK.matcher(name);
    if (!block.matches()) {
      return name;
    }
    if (block.group(5) != null) {
      return middle(block.group(5), block.group(6), name);
    }
    int index = Integer.parseInt(block.group(2));
    int inner = Integer.parseInt(block.group(3));
    return block.group(1).equals("input")
        ? down(index - 1, inner, block.group(4))
        : up(index, inner, block.group(4));
  }

  private String down(int index, int inner, String rest) {
    String block = "down_blocks." + index / (layers + 1);
    int layer = index % (layers + 1);
    if (layer == layers) {
      return block + ".downsamplers.0." + rest.replaceFirst("^op", "conv");
    }
    return block + layer(layer, inner, rest);
  }

  private String up(int index, int inner, String rest) {
    String block = "up_blocks." + index / (layers + 1);
    boolean upsampler = rest.matches("conv(" + SEPARATOR + ".*)?");
    return block
        + (inner > 0 && upsampler
            ? ".upsamplers.0." + rest
            : layer(index % (layers + 1), inner, rest));
  }

  private static String layer(int layer, int inner, String rest) {
    return inner == 0
        ? ".resnets." + layer + "." + renamed(RESNET, rest)
        : ".attentions." + layer + "." + rest;
  }

  private static String middle(String index, String rest, String name) {
    return switch (index) {
      case "0" -> "mid_block.resnets.0." + renamed(RESNET, rest);
      case "1" -> "mid_block.attentions.0." + rest;
      case "2" -> "mid_block.resnets.1." + renamed(RESNET, rest);
      default -> name;
    };
  }

  private static String renamed(Map<String, String> names, String name) {
    for (Map.Entry<String, String> each : names.entrySet()) {
      int length = each.getKey().length();
      if (same(each.getKey(), name) && (name.length() == length || separates(name, length))) {
        return each.getValue() + name.substring(length);
      }
    }
    return name;
  }

  /** Whether a name begins with another, underscores standing for dots. */
  private static boolean same(String beginning, String name) {
    return name.length() >= beginning.length()
        && name.substring(0, beginning.length())
            .replace('.', '_')
            .equals(beginning.replace('.', '_'));
  }

  private static boolean separates(String name, int at) {
    return name.charAt(at) == '.' || name.charAt(at) == '_';
  }
}
