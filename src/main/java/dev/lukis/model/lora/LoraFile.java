package dev.lukis.model.lora;

import java.util.List;
import java.util.Map;

/**
 * The file of a LoRA; its values are not read.
 *
 * @param name of the file
 * @param form who wrote it, in words
 * @param modules that it changes
 * @param metadata of its header, such as {@code ss_base_model_version}
 */
record LoraFile(String name, String form, List<LoraModule> modules, Map<String, String> metadata) {
  private static final int LONGEST = 120;

  /** A text of the file as messages show it: in one line, and not too long. */
  static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "?");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }

  /** The end of a message that the LoRA does not fit: what it was made for, as far as it tells. */
  String madeFor() {
    String version =
        metadata.getOrDefault(
            "ss_base_model_version", metadata.getOrDefault("modelspec.architecture", ""));
    return "; it was made for " + (version.isBlank() ? "another model" : printable(version));
  }
}
