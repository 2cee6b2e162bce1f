package dev.lukis.model.hub.selection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.lukis.model.family.ModelFamily;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a pipeline: those of the components that {@code model_index.json} names and that
 * painting needs. The safety checker is not among them: the classifier of this product's own
 * settings is used instead. Stateless.
 */
final class PipelineFiles {
  private static final List<String> DESCRIBED = List.of("scheduler", "tokenizer", "tokenizer_2");
  private static final List<String> WEIGHTED =
      List.of("text_encoder", "text_encoder_2", "unet", "vae");

  private static final List<String> GRAPHS =
      List.of("text_encoder", "text_encoder_2", "unet", "vae_decoder", "tiny_vae_decoder");
  private static final Set<String> GRAPHS_NEEDED = Set.of("text_encoder", "unet", "vae_decoder");
  private static final Set<String> GRAPH_FILES =
      Set.of("model.onnx", "model.onnx_data", "model.onnx.data", "weights.pb", "config.json");

  /** Files of this product, beside the index. */
  private static final List<String> OWN = List.of("lukis.json", "vocabulary.json");

  private PipelineFiles() {}

  static List<String> choose(
      String name, JsonObject index, List<String> files, Precision precision) {
    ModelFamily.of(index);
    Set<String> chosen = new LinkedHashSet<>(List.of(FileSelection.INDEX));
    OWN.stream().filter(files::contains).forEach(chosen::add);
    for (String folder : components(index, files, DESCRIBED)) {
      ComponentWeights.inside(folder + "/", files).stream()
          .filter(file -> file.endsWith(".json") || file.endsWith(".txt"))
          .forEach(file -> chosen.add(folder + "/" + file));
    }
    chosen.addAll(weights(name, index, files, precision));
    return List.copyOf(chosen);
  }

  private static List<String> weights(
      String name, JsonObject index, List<String> files, Precision precision) {
    List<String> chosen = new ArrayList<>();
    Optional<String> without = Optional.empty();
    for (String component : components(index, files, WEIGHTED)) {
      String folder = component + "/";
      Optional<List<String>> weights = ComponentWeights.choose(folder, files, precision);
      if (weights.isEmpty()) {
        without = without.or(() -> Optional.of(component));
        continue;
      }
      chosen.addAll(required(name, files, folder + "config.json"));
      chosen.addAll(weights.get());
    }
    boolean graphs = GRAPHS_NEEDED.stream().allMatch(each -> files.contains(each + "/model.onnx"));
    if ((without.isPresent() || chosen.isEmpty()) && graphs) {
      return graphs(files);
    }
    if (without.isPresent() || chosen.isEmpty()) {
      throw refused(name, without.orElse("unet"), files);
    }
    return chosen;
  }

  private static List<String> required(String name, List<String> files, String file) {
    if (!files.contains(file)) {
      throw new ModelException(
          name + ": " + file + " is missing (expected: a repository in diffusers' layout)");
    }
    return List.of(file);
  }

  private static ModelException refused(String name, String component, List<String> files) {
    boolean pickles =
        ComponentWeights.inside(component + "/", files).stream().anyMatch(FileSelection::isPickle);
    return new ModelException(
        name
            + ": "
            + component
            + ": "
            + (pickles
                ? FileSelection.pickles()
                : "no complete weights (expected: .safetensors, with every shard and the index)"));
  }

  // Only for what a program such as Optimum has exported: graphs beside weights are not needed.
  private static List<String> graphs(List<String> files) {
    return GRAPHS.stream()
        .flatMap(
            folder ->
                ComponentWeights.inside(folder + "/", files).stream()
                    .filter(GRAPH_FILES::contains)
                    .map(file -> folder + "/" + file))
        .toList();
  }

  /** Those of the names that the index has, or that have a folder if it names no component. */
  private static List<String> components(JsonObject index, List<String> files, List<String> names) {
    boolean silent = names(index).isEmpty();
    return names.stream()
        .filter(
            name ->
                silent
                    ? files.stream().anyMatch(file -> file.startsWith(name + "/"))
                    : names(index).contains(name))
        .toList();
  }

  // A component is a pair of library and class; [null, null] stands for none.
  private static Set<String> names(JsonObject index) {
    Set<String> names = new LinkedHashSet<>();
    index
        .fields()
        .forEachRemaining(
            field -> {
              JsonNode value = index.root().path(field);
              if (value.isArray() && value.size() == 2 && value.path(1).isTextual()) {
                names.add(field);
              }
            });
    return names;
  }
}
