package dev.lukis.model;

import dev.lukis.model.family.DefaultPlans;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.hub.cache.HubCache;
import dev.lukis.model.presets.Preset;
import dev.lukis.model.presets.Presets;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The repository of the Hub that a model comes from, and what its preset says.
 *
 * @param repository {@code org/name}, if its directory lies in a cache of the Hub
 * @param preset if the repository has one
 */
record ModelOrigin(Optional<String> repository, Optional<Preset> preset) {
  /**
   * @param directory with a {@code model_index.json}
   */
  static ModelOrigin of(ModelDirectory directory) {
    Optional<String> repository = HubCache.repositoryOf(directory.required("model_index.json"));
    return new ModelOrigin(repository, repository.flatMap(Presets::of));
  }

  /** Its name for people: a snapshot's directory is named by a commit. */
  String name(String directory) {
    return repository.map(name -> name.substring(name.indexOf('/') + 1)).orElse(directory);
  }

  JsonObject scheduler(JsonObject own) {
    return preset.map(it -> it.scheduler(own)).orElse(own);
  }

  DefaultPlans plans(Supplier<DefaultPlans> family) {
    return preset.map(Preset::plans).orElseGet(family);
  }

  ImageSizes sizes(ImageSizes own) {
    return own.resizable() && preset.isPresent()
        ? new ImageSizes(preset.get().size(), preset.get().size(), true)
        : own;
  }
}
