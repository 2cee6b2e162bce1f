package dev.lukis.model.words;

import dev.lukis.model.scene.Scene;
import dev.lukis.model.scene.SceneReader;
import dev.lukis.model.scene.SceneReading;
import dev.lukis.text.PromptSyntax;
import dev.lukis.text.TextNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads prompts by rules over word lists. A prompt of which nothing can be shown gets a place that
 * fits its words. Immutable.
 */
public final class WordSceneReader implements SceneReader {
  /** The share of what starts so that a meaning needs to be shown before its word is complete. */
  private static final double THRESHOLD = 0.8;

  private final Tagger tagger;
  private final Lexicon lexicon;
  private final Poses poses;
  private final FittingPlaces fitting;

  private WordSceneReader(Tagger tagger, Lexicon lexicon, Poses poses, FittingPlaces fitting) {
    this.tagger = tagger;
    this.lexicon = lexicon;
    this.poses = poses;
    this.fitting = fitting;
  }

  /**
   * Reads the word lists from the class path.
   *
   * @throws IllegalStateException if one is missing or damaged
   */
  public static WordSceneReader load() {
    return load(THRESHOLD);
  }

  /**
   * @param threshold 0 to 1: how likely a word must be to be shown half typed
   */
  public static WordSceneReader load(double threshold) {
    RealWords real = RealWords.load();
    Lexicon lexicon = Lexicon.load();
    WordChoice choice = new WordChoice(lexicon, real);
    HalfWords half = HalfWords.of(real, choice, lexicon, threshold);
    return new WordSceneReader(
        new Tagger(lexicon, real, choice, half), lexicon, Poses.load(), FittingPlaces.load(real));
  }

  @Override
  public SceneReading read(String prompt) {
    String words = PromptSyntax.strip(TextNormalizer.normalize(prompt)).words();
    List<TaggedWord> tagged = whole(poses.merged(tagger.tag(PromptTokens.of(words))));
    SceneAssembly assembly = new SceneAssembly(tagged, lexicon);
    assembly.read();
    List<String> unknown =
        tagged.stream().filter(tagger::unknown).map(TaggedWord::typed).distinct().toList();
    Optional<Scene.Place> place =
        assembly.showsNothing() && !unknown.isEmpty()
            ? Optional.of(fitting.of(unknown))
            : Optional.empty();
    return new SceneReading(assembly.scene(place), unknown);
  }

  // The words without those that only begin a noun of which there is no picture.
  private List<TaggedWord> whole(List<TaggedWord> words) {
    List<TaggedWord> whole = new ArrayList<>(words);
    for (int at = 0; at + 1 < whole.size(); at++) {
      TaggedWord word = whole.get(at);
      boolean begins = word.isDrawing() && !word.plural() && !word.indonesian() && !word.owner();
      if (begins && tagger.isNounWithoutPicture(whole.get(at + 1))) {
        whole.set(at, word.as(null, Sense.Mark.FUNCTION));
      }
    }
    return whole;
  }
}
