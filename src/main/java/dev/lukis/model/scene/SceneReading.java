package dev.lukis.model.scene;

import java.util.List;

/**
 * What a prompt shows, and what it names in vain. Immutable.
 *
 * @param unknownWords words that are not shown, in lower case, each once, in the order of the
 *     prompt; without words of grammar
 */
public record SceneReading(Scene scene, List<String> unknownWords) {
  public SceneReading {
    unknownWords = List.copyOf(unknownWords);
  }
}
