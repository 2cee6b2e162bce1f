package dev.lukis.model.sketch;

import dev.lukis.model.component.PromptEmbeddings;
import dev.lukis.model.component.PromptEncoder;
import dev.lukis.model.files.JsonObject;
import dev.lukis.model.files.ModelDirectory;
import dev.lukis.model.scene.Scene.Style;
import dev.lukis.model.scene.SceneReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads prompts as scenes; each image of a scene is conditioned by its own sketch. Thread-safe. */
public final class SceneEncoder implements PromptEncoder {
  private static final String CONFIG = "sketch/config.json";

  private final SceneReader reader;
  private final SketchConditioner conditioner;

  private SceneEncoder(SceneReader reader, SketchConditioner conditioner) {
    this.reader = reader;
    this.conditioner = conditioner;
  }

  /**
   * @param directory with the folder {@code sketch}
   */
  public static SceneEncoder load(ModelDirectory directory, SceneReader reader) {
    JsonObject config = directory.requiredJson(CONFIG);
    if (config.integer("patch") != PatchEncoder.PATCH) {
      throw config.refused("patch", config.integer("patch"), "" + PatchEncoder.PATCH);
    }
    SketchConditioner conditioner =
        new SketchConditioner(
            new Composer(Drawings.load(directory)),
            PatchEncoder.load(directory, config.integer("channels")),
            new Mood(
                config.integer("mood"),
                config.integer("mood_cells"),
                (float) config.number("mood_scale")),
            styles(config));
    return new SceneEncoder(reader, conditioner);
  }

  private static List<Style> styles(JsonObject config) {
    List<Style> styles = new ArrayList<>();
    for (String name : config.texts("styles")) {
      try {
        styles.add(Style.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw config.refused("styles", name, "among " + List.of(Style.values()));
      }
    }
    for (Style style : Style.values()) {
      if (!styles.contains(style)) {
        throw config.refused("styles", styles, style + " among them");
      }
    }
    return List.copyOf(styles);
  }

  @Override
  public boolean cuts(String prompt) {
    return false;
  }

  @Override
  public List<String> unknown(String prompt) {
    return reader.read(prompt).unknownWords();
  }

  @Override
  public boolean readsWeights() {
    return false;
  }

  @Override
  public boolean readsAsTyped() {
    return true;
  }

  @Override
  public List<PromptEmbeddings> encode(String prompt, Optional<String> negative) {
    List<PromptEmbeddings> encoded = new ArrayList<>(2);
    encoded.add(embeddings(prompt));
    negative.ifPresent(words -> encoded.add(embeddings(words)));
    return encoded;
  }

  private PromptEmbeddings embeddings(String prompt) {
    return new SceneEmbeddings(reader.read(prompt).scene(), conditioner);
  }
}
