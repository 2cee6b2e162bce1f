package dev.lukis.model.words;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Chooses between the languages: {@code air} is water in Indonesian. A word belongs to the language
 * in which it is more frequent, and rather to that of the prompt. Immutable.
 */
final class WordChoice {
  /** How much more frequent a word must be in the language that the prompt is not in. */
  private static final int LOYALTY = 20;

  private static final int CLEARLY = 3;

  private final Lexicon lexicon;
  private final RealWords real;

  WordChoice(Lexicon lexicon, RealWords real) {
    this.lexicon = lexicon;
    this.real = real;
  }

  /** The language of most words; null if that is not clear. */
  @Nullable Language language(List<PromptToken> tokens) {
    int lead = 0;
    for (PromptToken token : tokens) {
      if (!token.half() || tokens.size() == 1) {
        lead += vote(token.text());
      }
    }
    if (lead == 0) {
      return null;
    }
    return lead > 0 ? Language.ENGLISH : Language.INDONESIAN;
  }

  private int vote(String word) {
    int english = real.rank(word, Language.ENGLISH);
    int indonesian = real.rank(word, Language.INDONESIAN);
    if (english < indonesian / CLEARLY) {
      return 1;
    }
    return indonesian < english / CLEARLY ? -1 : 0;
  }

  /** The meaning of a word by itself. */
  @Nullable Match alone(String word) {
    return find(word, null);
  }

  /**
   * @param form one word or the words of a name
   * @param prompt the language of the prompt, null if that is not clear
   */
  @Nullable Match find(String form, @Nullable Language prompt) {
    Match english = lexicon.find(form, Language.ENGLISH);
    Match indonesian = lexicon.find(form, Language.INDONESIAN);
    if (english == null && indonesian == null) {
      return null;
    }
    if (form.indexOf(' ') >= 0) {
      boolean first = english != null && (indonesian == null || prompt != Language.INDONESIAN);
      return first ? english : indonesian;
    }
    if (english != null && indonesian != null && prompt != null) {
      return prompt == Language.ENGLISH ? english : indonesian;
    }
    return own(form, prompt) == Language.ENGLISH
        ? chosen(form, english, indonesian, Language.ENGLISH)
        : chosen(form, indonesian, loanword(english, prompt), Language.INDONESIAN);
  }

  // A real word of its language that has no meaning there means nothing.
  private @Nullable Match chosen(
      String form, @Nullable Match here, @Nullable Match there, Language language) {
    if (here != null) {
      return here;
    }
    boolean foreign =
        language == Language.INDONESIAN || real.rank(form, language) == RealWords.UNLISTED;
    return foreign ? there : null;
  }

  // Many English words are read in Indonesian texts, such as "cobra".
  private static @Nullable Match loanword(@Nullable Match english, @Nullable Language prompt) {
    return prompt == Language.INDONESIAN ? null : english;
  }

  private Language own(String word, @Nullable Language prompt) {
    long english = real.rank(word, Language.ENGLISH);
    long indonesian = real.rank(word, Language.INDONESIAN);
    if (prompt == Language.ENGLISH) {
      indonesian *= LOYALTY;
    } else if (prompt == Language.INDONESIAN) {
      english *= LOYALTY;
    }
    if (english == indonesian) {
      return lexicon.find(word, Language.ENGLISH) != null ? Language.ENGLISH : Language.INDONESIAN;
    }
    return english < indonesian ? Language.ENGLISH : Language.INDONESIAN;
  }
}
