package dev.lukis.model.family;

import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.words.WordSceneReader;
import java.util.List;
import java.util.Set;

/**
 * A kind of model: how its prompts become conditioning, and what its denoiser is told. Stateless.
 */
public interface ModelFamily {
  /** {@code _class_name} of its {@code model_index.json}. */
  String pipelineClass();

  /** The inputs that the denoiser's graph has to have. */
  Set<String> denoiserInputs();

  /**
   * @param index {@code model_index.json}
   */
  PromptEncoder promptEncoder(LoadContext parts, JsonObject index);

  /** The folders of its text encoders. */
  default List<String> textEncoders() {
    return List.of("text_encoder");
  }

  /** How wide the hidden states of its text encoders are, where the denoiser is told them. */
  int conditioningWidth(LoadContext parts);

  /** How many tokens of a prompt it reads. */
  default int tokens(LoadContext parts) {
    return parts
        .directory()
        .requiredJson("text_encoder/config.json")
        .integer("max_position_embeddings");
  }

  DefaultPlans plans(JsonObject schedulerConfig);

  /** All there are. */
  static List<ModelFamily> all() {
    return List.of(
        new LatentConsistency(),
        new LukisMini(),
        new LukisMiniPainting(WordSceneReader::load),
        new StableDiffusion(),
        new StableDiffusionXl());
  }

  /**
   * @throws ModelException when the class is not among those supported
   */
  static ModelFamily of(JsonObject index) {
    return of(index, all());
  }

  /**
   * @param families to choose from
   * @throws ModelException when the class is not among those supported
   */
  static ModelFamily of(JsonObject index, List<ModelFamily> families) {
    String name = index.text("_class_name");
    return families.stream()
        .filter(family -> family.pipelineClass().equals(name))
        .findFirst()
        .orElseThrow(() -> index.refused("_class_name", name, "one of " + names(families)));
  }

  private static String names(List<ModelFamily> families) {
    return String.join(", ", families.stream().map(ModelFamily::pipelineClass).toList());
  }
}
