package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.SafetensorsReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Finds the file of a LoRA. */
public interface LoraFiles {
  /** The names that diffusers and PEFT give to the file of a LoRA, the usual one first. */
  List<String> NAMES = List.of("pytorch_lora_weights.safetensors", "adapter_model.safetensors");

  /** LoRAs in files and folders of this machine only. */
  LoraFiles LOCAL = LoraFiles::local;

  /**
   * @param location a path, or a repository of the Hub with or without a file
   * @throws ModelException when there is no such file
   */
  Path file(String location);

  private static Path local(String location) {
    Path path = path(location);
    requireNoPickle(path);
    if (Files.isRegularFile(path)) {
      return path;
    }
    return NAMES.stream()
        .map(path::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new ModelException(
                    "lukis.loras: "
                        + location
                        + ": no such file (expected: the path of a .safetensors file, or a folder"
                        + " with "
                        + String.join(" or ", NAMES)
                        + ")"));
  }

  private static Path path(String location) {
    try {
      boolean home = location.startsWith("~/");
      return home
          ? Path.of(System.getProperty("user.home") + location.substring(1))
          : Path.of(location);
    } catch (InvalidPathException e) {
      throw new ModelException("lukis.loras: " + location + " (expected: a path)", e);
    }
  }

  /**
   * Whether a safetensors file looks like a LoRA, by the names of its tensors.
   *
   * @throws ModelException when it breaks a rule of its format
   */
  static boolean isLora(Path path) {
    return SafetensorsReader.file("" + path.getFileName(), path).tensors().stream()
        .flatMap(tensor -> LoraKey.of(tensor.name()).stream())
        .anyMatch(key -> key.role() != LoraKey.Role.ALPHA);
  }

  /**
   * @throws ModelException when the file is a pickle by its name
   */
  static void requireNoPickle(Path path) {
    String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".pt") || name.endsWith(".bin") || name.endsWith(".ckpt")) {
      throw new ModelException(
          "lukis.loras: "
              + path.getFileName()
              + ": a pickle, which can run code when it is opened (expected: .safetensors; its"
              + " author often offers one, and safetensors' convert space makes one)");
    }
  }
}
