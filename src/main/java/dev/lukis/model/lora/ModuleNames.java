package dev.lukis.model.lora;

import dev.lukis.model.checkpoint.UNetNames;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorTable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the weights that a LoRA's names mean. Trainers write a module's name with underscores for
 * dots, so that it cannot be taken apart: all names of the model are written in that way and
 * compared. Immutable.
 */
final class ModuleNames {
  private static final String UNET = "unet";
  private static final String TEXT_ENCODER = "text_encoder";
  private static final String SECOND_TEXT_ENCODER = "text_encoder_2";
  private static final String TEXT_MODEL = "text_model_";
  private static final String WEIGHT = ".weight";
  private static final Set<String> EMBEDDINGS =
      Set.of("token_embedding.weight", "position_embedding.weight");

  /** What stands before a module's name, and the network that it means. */
  private static final Map<String, String> PREFIXES = new LinkedHashMap<>();

  static {
    PREFIXES.put("lora_unet_", UNET);
    PREFIXES.put("lora_te1_", TEXT_ENCODER);
    PREFIXES.put("lora_te2_", SECOND_TEXT_ENCODER);
    PREFIXES.put("lora_te_", TEXT_ENCODER);
    PREFIXES.put("unet.", UNET);
    PREFIXES.put("text_encoder_2.", SECOND_TEXT_ENCODER);
    PREFIXES.put("text_encoder.", TEXT_ENCODER);
    PREFIXES.put("model.diffusion_model.", UNET);
    PREFIXES.put("diffusion_model.", UNET);
    PREFIXES.put("base_model.model.text_model.", TEXT_ENCODER);
    PREFIXES.put("base_model.model.", UNET);
  }

  private final Map<String, Map<String, String>> tensors = new HashMap<>();
  private final UNetNames checkpointNames;

  /**
   * A weight of the model.
   *
   * @param part the network
   */
  record Target(String part, String tensor) {}

  /**
   * @param tables of the networks that LoRAs may change, by name
   */
  ModuleNames(Map<String, TensorTable> tables) {
    tables.forEach((part, table) -> tensors.put(part, flattened(table)));
    TensorTable unet = tables.get(UNET);
    this.checkpointNames = new UNetNames(unet == null ? 1 : unet.count("down_blocks.0.resnets"));
  }

  private static Map<String, String> flattened(TensorTable table) {
    Map<String, String> names = new HashMap<>();
    table.tensors().values().stream()
        .filter(ModuleNames::changeable)
        .map(StoredTensor::name)
        .forEach(name -> names.put(flat(name.substring(0, name.lastIndexOf('.'))), name));
    return names;
  }

  // Linear layers and convolutions.
  private static boolean changeable(StoredTensor tensor) {
    return tensor.name().endsWith(WEIGHT)
        && tensor.sizes().size() >= 2
        && tensor.length() > 0
        && !EMBEDDINGS.contains(lastParts(tensor.name()));
  }

  private static String lastParts(String name) {
    int module = name.lastIndexOf('.', name.length() - WEIGHT.length() - 1);
    return name.substring(module + 1);
  }

  private static String flat(String name) {
    return name.replace('.', '_');
  }

  /**
   * @param module as a LoRA names it
   */
  Optional<Target> find(String module) {
    for (Map.Entry<String, String> each : PREFIXES.entrySet()) {
      if (module.startsWith(each.getKey())) {
        return find(each.getValue(), module.substring(each.getKey().length()));
      }
    }
    return find(UNET, module); // diffusers' first LoRAs
  }

  private Optional<Target> find(String part, String module) {
    Map<String, String> names = tensors.getOrDefault(part, Map.of());
    return candidates(part, module)
        .map(names::get)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .map(tensor -> new Target(part, tensor));
  }

  private Stream<String> candidates(String part, String module) {
    String name = flat(module);
    if (part.equals(UNET)) {
      return Stream.of(name, name + "_0", flat(checkpointNames.diffusers(module)));
    }
    String plain = name.startsWith(TEXT_MODEL) ? name.substring(TEXT_MODEL.length()) : name;
    String attention =
        plain
            .replaceFirst("_self_attn_to_([qkv])$", "_self_attn_$1_proj")
            .replaceFirst("_self_attn_to_out$", "_self_attn_out_proj");
    return Stream.of(plain, attention).flatMap(it -> Stream.of(TEXT_MODEL + it, it));
  }
}
