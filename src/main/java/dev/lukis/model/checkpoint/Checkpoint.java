package dev.lukis.model.checkpoint;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.SafetensorsFile;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A checkpoint of Stable Diffusion in one safetensors file, as its trainers and most sites have
 * them. Immutable.
 *
 * @param name of the file
 * @param kind of the checkpoint
 * @param tensors under their own names
 */
public record Checkpoint(String name, CheckpointKind kind, List<StoredTensor> tensors) {
  private static final String EMA = "model_ema.";
  private static final List<String> VAE_PREFIXES = List.of("first_stage_model.", "vae.");
  private static final Pattern VAE =
      Pattern.compile("(encoder|decoder|quant_conv|post_quant_conv)\\..+");
  private static final Pattern UNET =
      Pattern.compile(
          "(conv_in|conv_out|conv_norm_out|time_embedding|add_embedding|down_blocks|mid_block"
              + "|up_blocks)\\..+");

  /**
   * Reads the header of a checkpoint.
   *
   * @param asked the kind that the setting names
   * @throws ModelException when it is a pickle, no checkpoint, or of a kind that is not supported;
   *     the message is one line
   */
  public static Checkpoint read(Path path, Optional<CheckpointKind> asked) {
    String name = "" + path.getFileName();
    requireNoPickle(name);
    SafetensorsFile file = SafetensorsReader.file(name, path);
    return new Checkpoint(name, KindRecognition.of(name, path, file, asked), file.tensors());
  }

  private static void requireNoPickle(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (Stream.of(".ckpt", ".pt", ".pth", ".bin", ".pkl").anyMatch(lower::endsWith)) {
      throw new ModelException(
          name
              + ": a pickle, which can run code when it is opened (expected: a .safetensors file;"
              + " most authors offer one)");
    }
  }

  /**
   * A network's tensors under diffusers' names.
   *
   * @param part {@code unet}, {@code vae}, {@code text_encoder} or {@code text_encoder_2}
   * @param textLayers that a text encoder of OpenCLIP's has; the file may have more
   * @throws ModelException when the checkpoint lacks the network
   */
  public TensorTable table(String part, int textLayers) {
    return switch (part) {
      case "unet" -> unet();
      case "vae" -> vae();
      case "text_encoder" -> textEncoder(part, 0, textLayers);
      default -> textEncoder(part, 1, textLayers);
    };
  }

  /** The folder of the class path that has its configuration. */
  public String configuration() {
    return "checkpoints/" + kind.label();
  }

  /** What a user should know of the file, each in words. */
  public List<String> notes() {
    long averaged = tensors.stream().filter(it -> it.name().startsWith(EMA)).count();
    return averaged == 0
        ? List.of()
        : List.of(averaged + " averaged weights (" + EMA + "*) are not used");
  }

  private TensorTable unet() {
    String prefix = KindRecognition.UNET;
    UNetNames names = new UNetNames(unetLayers());
    List<StoredTensor> renamed = new ArrayList<>();
    for (StoredTensor tensor : below(prefix)) {
      String other = names.diffusers(tensor.name().substring(prefix.length()));
      if (!UNET.matcher(other).matches()) {
        throw new ModelException(
            name + ": " + tensor.name() + " (expected: only tensors of a UNet that is known)");
      }
      renamed.add(tensor.named(other));
    }
    return new TensorTable("unet", renamed);
  }

  // The first downsampler ends the first stage.
  private int unetLayers() {
    for (int i = 1; i < 16; i++) {
      String downsampler = KindRecognition.UNET + "input_blocks." + i + ".0.op.weight";
      if (tensors.stream().anyMatch(tensor -> tensor.name().equals(downsampler))) {
        return i - 1;
      }
    }
    throw new ModelException(
        name + ": no downsampler in its UNet (expected: input_blocks.3.0.op.weight or alike)");
  }

  private TensorTable vae() {
    String prefix =
        VAE_PREFIXES.stream()
            .filter(it -> !below(it + "decoder.").isEmpty())
            .findFirst()
            .orElseThrow(() -> lacks("VAE", VAE_PREFIXES.get(0)));
    Function<StoredTensor, String> plain = tensor -> tensor.name().substring(prefix.length());
    String up = "decoder.up.";
    int stages =
        1
            + below(prefix + up).stream()
                .map(plain)
                .map(it -> it.substring(up.length(), it.indexOf('.', up.length())))
                .filter(it -> it.matches("\\d{1,2}"))
                .mapToInt(Integer::parseInt)
                .max()
                .orElse(0);
    VaeNames names = new VaeNames(stages);
    return new TensorTable(
        "vae",
        below(prefix).stream()
            .filter(tensor -> VAE.matcher(plain.apply(tensor)).matches())
            .map(tensor -> tensor.named(names.diffusers(plain.apply(tensor))))
            .toList());
  }

  private TensorTable textEncoder(String part, int index, int layers) {
    String place = kind.textPrefixes().get(index);
    String clip = place + "transformer.";
    String openClip = place + "model.";
    List<StoredTensor> found =
        below(clip).stream()
            .filter(tensor -> !tensor.name().endsWith("position_ids"))
            .map(tensor -> tensor.named(tensor.name().substring(clip.length())))
            .toList();
    if (found.isEmpty()) {
      found =
          below(openClip).stream()
              .flatMap(
                  tensor ->
                      OpenClipNames.renamed(
                          tensor.name().substring(openClip.length()), tensor, layers)
                          .stream())
              // The first encoder's projection is of no use to a denoiser.
              .filter(tensor -> index > 0 || !tensor.name().startsWith("text_projection"))
              .toList();
    }
    if (found.isEmpty()) {
      throw lacks("text encoder", place);
    }
    return new TensorTable(part, found);
  }

  private List<StoredTensor> below(String prefix) {
    return tensors.stream().filter(tensor -> tensor.name().startsWith(prefix)).toList();
  }

  private ModelException lacks(String what, String prefix) {
    return new ModelException(
        name + ": no " + what + ", " + prefix + "* (expected: a whole checkpoint, with all parts)");
  }
}
