package dev.lukis.model.family;

import dev.lukis.model.component.LoadContext;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelException;
import dev.lukis.model.graph.HiddenStates;
import dev.lukis.model.layout.ModelLayout;
import dev.lukis.model.words.WordSceneReader;
import java.util.List;
import java.util.Set;

/**
 * A kind of model: how its prompts become conditioning, and what its denoiser is told. Stateless.
 */
public interface ModelFamily {
  /** Tokens of CLIP's text encoders. */
  int TOKENS = 77;

  /** {@code _class_name} of its {@code model_index.json}. */
  String pipelineClass();

  /** The inputs that the denoiser's graph has to have. */
  Set<String> denoiserInputs();

  /**
   * @param index {@code model_index.json}
   * @param clipSkip which layer of the text encoder counts: 1 is the last, 2 the last but one
   * @throws ModelException when the model cannot do that
   */
  PromptEncoder promptEncoder(LoadContext parts, JsonObject index, int clipSkip);

  /** Its text encoders, as the layout names them. */
  default List<String> textEncoders() {
    return List.of(ModelLayout.TEXT_ENCODER);
  }

  /** Which hidden states of its text encoders condition the denoiser. */
  default HiddenStates hiddenStates() {
    return HiddenStates.LAST;
  }

  /** How wide the hidden states of its text encoders are, where the denoiser is told them. */
  int conditioningWidth(LoadContext parts);

  /**
   * The configuration of the scheduler as diffusers' pipeline of this kind uses it.
   *
   * @param own as the model's file has it
   */
  default JsonObject schedulerConfig(JsonObject own) {
    return own;
  }

  /** How many tokens of a prompt it reads. */
  default int tokens(LoadContext parts) {
    return parts
        .layout()
        .config(ModelLayout.TEXT_ENCODER)
        .integer("max_position_embeddings", TOKENS);
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
