package dev.lukis.model.hub.selection;

import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.lora.LoraFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a repository that are needed, and what they are together.
 *
 * @param kind what the repository holds
 * @param files by their paths in the repository
 */
public record FileSelection(Kind kind, List<String> files) {
  public static final String INDEX = "model_index.json";

  private static final String CONFIG = "config.json";
  private static final String SAFETENSORS = ".safetensors";
  private static final Set<String> PICKLES = Set.of(".ckpt", ".bin", ".pt", ".pth", ".pkl");
  private static final int MOST_NAMED = 8;

  /** What a selection is. */
  public enum Kind {
    /** A whole model in folders, with {@code model_index.json}. */
    PIPELINE,
    /** One network with its configuration, such as a tiny decoder. */
    COMPONENT,
    /** One file, such as a checkpoint or a LoRA. */
    FILE
  }

  /**
   * Chooses.
   *
   * @param purpose what the files are for
   * @param name of the repository, for messages
   * @param asked one file, if only that is wanted
   * @param files of the repository
   * @param index its {@code model_index.json}, if it has one
   * @throws ModelException when what is needed is not among the files, or could run code
   */
  public static FileSelection choose(
      Purpose purpose,
      String name,
      Optional<String> asked,
      List<String> files,
      Optional<JsonObject> index,
      Precision precision) {
    if (asked.isPresent()) {
      return file(name, asked.get(), files);
    }
    return switch (purpose) {
      case MODEL -> model(name, files, index, precision);
      case TINY_DECODER ->
          component(files, precision)
              .orElseThrow(
                  () ->
                      new ModelException(
                          name
                              + ": no tiny decoder (expected: config.json and"
                              + " diffusion_pytorch_model.safetensors, as madebyollin/taesd has)"));
      case LORA -> lora(name, files);
    };
  }

  private static FileSelection model(
      String name, List<String> files, Optional<JsonObject> index, Precision precision) {
    if (index.isPresent()) {
      return new FileSelection(
          Kind.PIPELINE, PipelineFiles.choose(name, index.get(), files, precision));
    }
    return component(files, precision).orElseGet(() -> onlyFile(name, files));
  }

  private static Optional<FileSelection> component(List<String> files, Precision precision) {
    if (!files.contains(CONFIG)) {
      return Optional.empty();
    }
    return ComponentWeights.choose("", files, precision)
        .map(
            weights -> {
              List<String> all = new ArrayList<>(List.of(CONFIG));
              all.addAll(weights);
              return new FileSelection(Kind.COMPONENT, List.copyOf(all));
            });
  }

  // A model's repository may have its checkpoint beside the folders: gigabytes, and no LoRA.
  private static FileSelection lora(String name, List<String> files) {
    boolean usual = LoraFiles.NAMES.stream().anyMatch(files::contains);
    if (files.contains(INDEX) && !usual) {
      throw new ModelException(
          name + ": a model (expected: the repository of a LoRA, or " + name + ":FILE)");
    }
    return onlyFile(name, files);
  }

  private static FileSelection file(String name, String asked, List<String> files) {
    requireHarmless(name, asked);
    if (!files.contains(asked)) {
      throw new ModelException(
          name + ": " + asked + ": not in the repository (expected: one of its files)");
    }
    return new FileSelection(Kind.FILE, List.of(asked));
  }

  private static void requireHarmless(String name, String file) {
    if (isPickle(file)) {
      throw new ModelException(name + ": " + file + ": " + pickles());
    }
    if (!file.endsWith(SAFETENSORS)) {
      throw new ModelException(name + ": " + file + " (expected: a .safetensors file)");
    }
  }

  private static FileSelection onlyFile(String name, List<String> files) {
    List<String> weights =
        ComponentWeights.inside("", files).stream()
            .filter(file -> file.endsWith(SAFETENSORS))
            .toList();
    Optional<String> lora = LoraFiles.NAMES.stream().filter(weights::contains).findFirst();
    if (lora.isPresent()) {
      return new FileSelection(Kind.FILE, List.of(lora.get()));
    }
    if (weights.size() == 1) {
      return new FileSelection(Kind.FILE, weights);
    }
    if (weights.isEmpty()) {
      throw new ModelException(
          name
              + ": "
              + (files.stream().anyMatch(FileSelection::isPickle)
                  ? pickles()
                  : "neither a model nor a LoRA (expected: model_index.json, or a .safetensors file)"));
    }
    throw new ModelException(
        name
            + ": "
            + weights.size()
            + " files that may be meant (expected: "
            + name
            + ":FILE, with one of "
            + String.join(", ", weights.subList(0, Math.min(MOST_NAMED, weights.size())))
            + ")");
  }

  static boolean isPickle(String file) {
    String lower = file.toLowerCase(Locale.ROOT);
    return PICKLES.stream().anyMatch(lower::endsWith);
  }

  static String pickles() {
    return "only pickle files, which can run code when they are opened (expected: safetensors; its"
        + " page may offer them on another branch, and diffusers converts with"
        + " save_pretrained(..., safe_serialization=True))";
  }

  /** The place of the model on disk: the snapshot's directory, or the one file. */
  public Path location(Path snapshot) {
    return kind == Kind.FILE ? snapshot.resolve(files.get(0)) : snapshot;
  }
}
