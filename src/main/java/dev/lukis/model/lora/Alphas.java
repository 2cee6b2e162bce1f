package dev.lukis.model.lora;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

/**
 * The alpha of modules whose file has no tensors for it: from PEFT's configuration, which diffusers
 * keeps in the file's metadata and PEFT in {@code adapter_config.json} beside it. Without one,
 * alpha is the rank.
 *
 * @param config PEFT's; keys may have the network before them, such as {@code unet.lora_alpha}
 * @param known whether there is a configuration
 */
record Alphas(JsonObject config, boolean known) {
  private static final String METADATA = "lora_adapter_metadata";
  private static final String BARE = "base_model.model.";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * @throws ModelException when the configuration is broken, missing where it must be, or asks for
   *     more than a LoRA
   */
  static Alphas of(String name, Path path, SafetensorsFile file) {
    String metadata = file.metadata().get(METADATA);
    if (metadata != null) {
      return new Alphas(json(name + ": " + METADATA, metadata), true).checked();
    }
    if (file.tensors().stream().noneMatch(tensor -> tensor.name().startsWith(BARE))) {
      return new Alphas(JsonObject.empty(name), false);
    }
    Path beside = path.resolveSibling("adapter_config.json");
    if (!Files.isRegularFile(beside)) {
      throw new ModelException(
          name
              + ": adapter_config.json is missing (expected: PEFT's configuration beside the file;"
              + " it has alpha)");
    }
    return new Alphas(JsonObject.read("adapter_config.json", beside), true).checked();
  }

  private static JsonObject json(String name, String text) {
    try {
      JsonNode root = MAPPER.readTree(text);
      if (root != null && root.isObject()) {
        return new JsonObject(name, root);
      }
    } catch (IOException e) {
      throw new ModelException(name + ": no JSON (expected: a JSON object)", e);
    }
    throw new ModelException(name + ": no JSON object (expected: one)");
  }

  private Alphas checked() {
    config
        .fields()
        .forEachRemaining(
            key -> {
              String last = key.substring(key.lastIndexOf('.') + 1);
              boolean on = config.root().path(key).asBoolean(false);
              if (last.equals("use_dora") && on) {
                throw config.refused(key, true, "false; a DoRA is not supported");
              }
              if (last.equals("peft_type") && !config.text(key, "LORA").equals("LORA")) {
                throw config.refused(key, config.text(key), "LORA");
              }
            });
    return this;
  }

  /** By what up * down is multiplied. */
  double scale(String module, int rank) {
    if (!known) {
      return 1;
    }
    String name = module.startsWith(BARE) ? module.substring(BARE.length()) : module;
    String network = network(name);
    double alpha = pattern(config.object(network + "alpha_pattern"), name);
    if (Double.isNaN(alpha)) {
      alpha = config.number(network + "lora_alpha", rank);
    }
    boolean root = config.bool(network + "use_rslora", false);
    return alpha / (root ? Math.sqrt(rank) : rank);
  }

  /** Before the keys of the network that the module belongs to; empty where keys have none. */
  private String network(String module) {
    String first = module.substring(0, module.indexOf('.') + 1);
    return config.has(first + "lora_alpha") || config.has(first + "r") ? first : "";
  }

  // PEFT's patterns are regular expressions that match the end of a name. In files they are names.
  private static double pattern(JsonObject patterns, String module) {
    for (Iterator<String> keys = patterns.fields(); keys.hasNext(); ) {
      String key = keys.next();
      String plain = key.replace("\\.", ".").replaceAll("^\\^|\\$$", "");
      if (!plain.matches("[A-Za-z0-9_.]+")) {
        throw patterns.refused(LoraFile.printable(key), "a pattern", "the name of a module");
      }
      if (module.equals(plain) || module.endsWith("." + plain)) {
        return patterns.number(key);
      }
    }
    return Double.NaN;
  }
}
