package dev.lukis.model.words;

import org.jspecify.annotations.Nullable;

/**
 * What a word means in one language. At least one of both is there.
 *
 * @param noun what it shows by itself
 * @param other what it says otherwise: {@code orange} is a fruit and a colour
 */
record Meaning(@Nullable Sense noun, @Nullable Sense other) {
  static Meaning of(Sense sense) {
    return sense.isNoun() ? new Meaning(sense, null) : new Meaning(null, sense);
  }

  Meaning and(Meaning later) {
    return new Meaning(noun != null ? noun : later.noun, other != null ? other : later.other);
  }

  boolean isModifier() {
    return other != null && other.isModifier();
  }

  boolean is(Sense.Mark mark) {
    return noun == null && other == mark;
  }

  /** What a word that is half typed may already show; null for words of grammar and numbers. */
  @Nullable Sense shown() {
    if (noun != null) {
      return noun;
    }
    return isModifier() ? other : null;
  }
}
