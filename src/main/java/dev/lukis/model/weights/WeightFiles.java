package dev.lukis.model.weights;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.files.ModelException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the weights of one network in its folder of a model: one safetensors file, or the shards
 * that an index names, in single or half precision ({@code fp16}). Names as diffusers and
 * transformers write them. Stateless.
 */
public final class WeightFiles {
  private static final List<String> STEMS = List.of("diffusion_pytorch_model", "model");
  private static final List<String> PLAIN = List.of(".safetensors", ".safetensors.index.json");
  private static final List<String> FP16 =
      List.of(".fp16.safetensors", ".safetensors.index.fp16.json", ".safetensors.fp16.index.json");

  private WeightFiles() {}

  /**
   * @param half whether half precision is preferred where a folder has both
   * @return the name of the file, or of the index of shards, within the model
   */
  public static Optional<String> find(ModelDirectory directory, String folder, boolean half) {
    List<String> first = half ? FP16 : PLAIN;
    List<String> second = half ? PLAIN : FP16;
    return Stream.concat(first.stream(), second.stream())
        .flatMap(suffix -> STEMS.stream().map(stem -> folder + "/" + stem + suffix))
        .filter(directory::has)
        .findFirst();
  }

  /**
   * @param half whether half precision is preferred where a folder has both
   * @throws ModelException when there are no weights, or they break a rule of the format
   */
  public static TensorTable read(ModelDirectory directory, String folder, boolean half) {
    String file = find(directory, folder, half).orElseThrow(() -> missing(directory, folder));
    List<StoredTensor> tensors =
        file.endsWith(".json")
            ? shards(directory, folder, file)
            : SafetensorsReader.read(file, directory.required(file));
    return new TensorTable(folder, tensors);
  }

  private static ModelException missing(ModelDirectory directory, String folder) {
    Optional<String> pickle =
        Stream.of(
                "diffusion_pytorch_model.bin", "pytorch_model.bin", "diffusion_pytorch_model.ckpt")
            .map(name -> folder + "/" + name)
            .filter(directory::has)
            .findFirst();
    return new ModelException(
        pickle
            .map(
                name ->
                    name
                        + ": a pickle, which can run code when it is opened (expected: "
                        + folder
                        + "/*.safetensors; save the model with safe_serialization=True)")
            .orElse(
                directory.name()
                    + ": "
                    + folder
                    + "/*.safetensors is missing (expected: diffusers' layout)"));
  }

  private static List<StoredTensor> shards(
      ModelDirectory directory, String folder, String indexFile) {
    JsonObject weightMap = directory.requiredJson(indexFile).object("weight_map");
    Map<String, String> places = new LinkedHashMap<>();
    weightMap.fields().forEachRemaining(name -> places.put(name, weightMap.text(name)));
    if (places.isEmpty()) {
      throw weightMap.refused("weight_map", "empty", "the shard of every tensor");
    }
    Map<String, StoredTensor> found = new HashMap<>();
    for (String shard : new LinkedHashSet<>(places.values())) {
      if (shard.contains("/") || shard.contains("\\")) {
        throw weightMap.refused("weight_map", Printable.of(shard), "files of the same folder");
      }
      String file = folder + "/" + shard;
      for (StoredTensor tensor : SafetensorsReader.read(file, directory.required(file))) {
        if (shard.equals(places.get(tensor.name()))) {
          found.put(tensor.name(), tensor);
        }
      }
    }
    requireAll(indexFile, places.keySet(), found.keySet());
    return new ArrayList<>(found.values());
  }

  private static void requireAll(String index, Set<String> expected, Set<String> found) {
    for (String name : expected) {
      if (!found.contains(name)) {
        throw new ModelException(
            index
                + ": "
                + Printable.of(name)
                + ": not in its shard (expected: the tensors that the index names)");
      }
    }
  }
}
