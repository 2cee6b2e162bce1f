package dev.lukis.model.lora;

import dev.lukis.model.files.ModelException;
import dev.lukis.model.weights.TensorTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * LoRAs whose modules were all found in a model. Their values are read when a graph is loaded.
 * Immutable.
 */
public final class MatchedLoras {
  /** None. */
  public static final MatchedLoras NONE = new MatchedLoras(Map.of(), List.of());

  private final Map<String, Map<String, List<WeightDelta>>> deltas;
  private final List<LoraReport> reports;

  private MatchedLoras(
      Map<String, Map<String, List<WeightDelta>>> deltas, List<LoraReport> reports) {
    this.deltas = deltas;
    this.reports = reports;
  }

  /**
   * Reads the headers of LoRAs.
   *
   * @param tables of the networks that may be changed: {@code unet}, {@code text_encoder}, {@code
   *     text_encoder_2}
   * @throws ModelException when a file is none, or was made for another model; the message is one
   *     line
   */
  public static MatchedLoras read(
      List<LoraSource> sources, LoraFiles files, Map<String, TensorTable> tables) {
    if (sources.isEmpty()) {
      return NONE;
    }
    ModuleNames names = new ModuleNames(tables);
    Map<String, Map<String, List<WeightDelta>>> deltas = new HashMap<>();
    List<LoraReport> reports = new ArrayList<>();
    for (LoraSource source : sources) {
      LoraFile file = LoraReader.read(files.file(source.location()));
      reports.add(match(file, source, names, tables, deltas));
    }
    return new MatchedLoras(deltas, List.copyOf(reports));
  }

  private static LoraReport match(
      LoraFile file,
      LoraSource source,
      ModuleNames names,
      Map<String, TensorTable> tables,
      Map<String, Map<String, List<WeightDelta>>> deltas) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    Set<ModuleNames.Target> seen = new HashSet<>();
    for (LoraModule module : file.modules()) {
      Optional<ModuleNames.Target> found = names.find(module.name());
      if (found.isEmpty()) {
        unknown.add(LoraFile.printable(module.name()));
        continue;
      }
      ModuleNames.Target target = found.get();
      if (!seen.add(target)) {
        throw new ModelException(
            file.name()
                + ": "
                + LoraFile.printable(module.name())
                + ": changes "
                + target.tensor()
                + " a second time (expected: once)");
      }
      WeightDelta delta = new WeightDelta(file.name(), module, source.weight());
      TensorTable table = Objects.requireNonNull(tables.get(target.part()));
      delta.check(table.get(target.tensor()), file.madeFor());
      counts.merge(target.part(), 1, Integer::sum);
      deltas
          .computeIfAbsent(target.part(), part -> new HashMap<>())
          .computeIfAbsent(target.tensor(), tensor -> new ArrayList<>())
          .add(delta);
    }
    requireAll(file, unknown);
    return LoraReport.of(file, source, counts);
  }

  // To leave some out silently would paint something else than its author meant.
  private static void requireAll(LoraFile file, List<String> unknown) {
    if (!unknown.isEmpty()) {
      throw new ModelException(
          file.name()
              + ": "
              + unknown.size()
              + " of "
              + file.modules().size()
              + " modules are not in the model: "
              + String.join(", ", unknown.subList(0, Math.min(3, unknown.size())))
              + (unknown.size() > 3 ? ", ..." : "")
              + " (expected: a LoRA for this kind of model"
              + file.madeFor()
              + ")");
    }
  }

  /** What is added to a network's weights, by the names of its tensors. */
  Map<String, List<WeightDelta>> deltas(String part) {
    return deltas.getOrDefault(part, Map.of());
  }

  /** Whether a network is changed. */
  public boolean changes(String part) {
    return deltas.containsKey(part);
  }

  /** What was found, in the order of the sources. */
  public List<LoraReport> reports() {
    return reports;
  }
}
