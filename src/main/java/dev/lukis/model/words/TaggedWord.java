package dev.lukis.model.words;

import org.jspecify.annotations.Nullable;

/**
 * A word, or a name of several words, with its meaning.
 *
 * @param match null if the word means nothing here
 * @param text the words in lower case without accents
 * @param typed as it is reported if it is unknown
 * @param starts whether it starts a clause
 * @param half whether more letters may follow
 * @param owner whether the sign of possession is behind it
 */
record TaggedWord(
    @Nullable Match match, String text, String typed, boolean starts, boolean half, boolean owner) {
  @Nullable Sense noun() {
    return match == null ? null : match.meaning().noun();
  }

  @Nullable Sense other() {
    return match == null ? null : match.meaning().other();
  }

  boolean is(Sense.Mark mark) {
    return match != null && match.meaning().is(mark);
  }

  boolean isModifier() {
    return match != null && match.meaning().isModifier();
  }

  boolean isDrawing() {
    return noun() instanceof Sense.Drawing;
  }

  boolean indonesian() {
    return match != null && match.language() == Language.INDONESIAN;
  }

  boolean plural() {
    return match != null && match.plural();
  }

  /** The same word with another meaning. */
  TaggedWord as(@Nullable Sense noun, @Nullable Sense other) {
    if (match == null) {
      return this;
    }
    Match changed = new Match(new Meaning(noun, other), match.language(), match.plural());
    return new TaggedWord(changed, text, typed, starts, half, owner);
  }
}
