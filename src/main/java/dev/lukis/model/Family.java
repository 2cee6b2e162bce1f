package dev.lukis.model;

import java.util.List;
import java.util.Set;

/**
 * A kind of model: how its prompts become conditioning, and what its denoiser is told. Stateless.
 */
interface Family {
  /** {@code _class_name} of its {@code model_index.json}. */
  String pipelineClass();

  /** The inputs that the denoiser's graph has to have. */
  Set<String> denoiserInputs();

  /**
   * @param index {@code model_index.json}
   */
  PromptEncoder promptEncoder(ModelParts parts, JsonFile index);

  /** How wide the denoiser's conditioning is. */
  int conditioningWidth(ModelParts parts);

  Plans plans(JsonFile schedulerConfig);

  /** All there are. */
  static List<Family> all() {
    return List.of(
        new LatentConsistency(), new LukisMini(), new StableDiffusion(), new StableDiffusionXl());
  }

  /**
   * @throws ModelException when the class is not among those supported
   */
  static Family of(JsonFile index) {
    String name = index.text("_class_name");
    return all().stream()
        .filter(family -> family.pipelineClass().equals(name))
        .findFirst()
        .orElseThrow(() -> index.refused("_class_name", name, "one of " + names()));
  }

  private static String names() {
    return String.join(", ", all().stream().map(Family::pipelineClass).toList());
  }
}
