package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraKey.Role;
import dev.lukis.model.weights.SafetensorsFile;
import dev.lukis.model.weights.SafetensorsReader;
import dev.lukis.model.weights.StoredTensor;
import dev.lukis.model.weights.TensorValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads which modules a LoRA changes. Forms: kohya's trainer and LyCORIS' LoCon ({@code
 * lora_unet_...lora_down.weight}), PEFT and diffusers ({@code unet...lora_A.weight}), PEFT alone
 * ({@code base_model.model...}), diffusers before PEFT ({@code ...lora.down.weight}). One file
 * each.
 */
final class LoraReader {
  private final String name;
  private final SafetensorsFile file;
  private final Alphas alphas;

  // Mutable state
  private final Map<String, Map<Role, StoredTensor>> found = new TreeMap<>();

  private LoraReader(String name, Path path) {
    this.name = name;
    this.file = SafetensorsReader.file(name, path);
    this.alphas = Alphas.of(name, path, file);
  }

  /**
   * @throws ModelException when the file is no LoRA, or breaks a rule of its format; in one line
   */
  static LoraFile read(Path path) {
    LoraFiles.requireNoPickle(path);
    return new LoraReader(LoraFile.printable("" + path.getFileName()), path).read();
  }

  private LoraFile read() {
    List<String> names = file.tensors().stream().map(StoredTensor::name).toList();
    OtherAdapter.refuse(name, names);
    file.tensors().forEach(this::sort);
    List<LoraModule> modules = new ArrayList<>();
    found.forEach((module, parts) -> module(module, parts).ifPresent(modules::add));
    if (modules.isEmpty()) {
      throw refused(names.size() + " tensors", "a LoRA: pairs of lora_down and lora_up, or alike");
    }
    return new LoraFile(name, form(names), modules, file.metadata());
  }

  private void sort(StoredTensor tensor) {
    LoraKey key =
        LoraKey.of(tensor.name())
            .orElseThrow(
                () ->
                    refused(
                        LoraFile.printable(tensor.name()),
                        "only tensors of a LoRA: lora_down, lora_up, alpha, or alike"));
    Map<Role, StoredTensor> parts =
        found.computeIfAbsent(key.module(), module -> new EnumMap<>(Role.class));
    if (parts.putIfAbsent(key.role(), tensor) != null) {
      throw refused(LoraFile.printable(tensor.name()) + ": a second one", "one for each module");
    }
  }

  private Optional<LoraModule> module(String module, Map<Role, StoredTensor> parts) {
    StoredTensor down = parts.get(Role.DOWN);
    StoredTensor up = parts.get(Role.UP);
    String shown = LoraFile.printable(module);
    if (down == null || up == null) {
      throw refused(shown + ": " + (down == null ? "no down" : "no up"), "both");
    }
    StoredTensor first = Optional.ofNullable(parts.get(Role.MID)).orElse(down);
    if (first.sizes().isEmpty() || first.sizes().get(0) < 1 || up.elements() < 1) {
      throw refused(shown + ": " + first.sizes() + " and " + up.sizes(), "a rank of at least 1");
    }
    double scale =
        parts.containsKey(Role.ALPHA)
            ? alpha(shown, parts.get(Role.ALPHA)) / first.size(0)
            : alphas.scale(module, first.size(0));
    if (!Double.isFinite(scale)) {
      throw refused(shown + ": alpha / rank: " + scale, "a finite number");
    }
    return Optional.of(
        new LoraModule(module, down, up, Optional.ofNullable(parts.get(Role.MID)), scale));
  }

  private double alpha(String module, StoredTensor alpha) {
    if (alpha.elements() != 1) {
      throw refused(module + ": alpha: " + alpha.sizes(), "one number");
    }
    return TensorValues.floats(alpha)[0];
  }

  private static String form(List<String> names) {
    if (names.stream().anyMatch(it -> it.contains("lora_down"))) {
      return "kohya";
    }
    return names.stream().anyMatch(it -> it.contains(".lora_A.")) ? "PEFT" : "diffusers";
  }

  private ModelException refused(String value, String expected) {
    return new ModelException(name + ": " + value + " (expected: " + expected + ")");
  }
}
