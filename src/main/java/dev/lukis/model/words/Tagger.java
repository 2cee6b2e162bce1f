package dev.lukis.model.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the meanings of a prompt's words, longest names first. Immutable. */
final class Tagger {
  private static final int MOST = 12;

  /** What follows one of these is a verb: "they fly". */
  private static final Set<String> BEFORE_VERBS =
      Set.of(
          "i", "you", "he", "she", "we", "they", "it", "to", "can", "could", "will", "would",
          "should", "does", "do");

  /** Behind a thing, these are what it does: "a balloon flies". */
  private static final Set<String> VERBS =
      Set.of("flies", "rings", "watches", "cooks", "ducks", "saws", "bears", "rocks", "waves");

  private final Lexicon lexicon;
  private final RealWords real;
  private final WordChoice choice;
  private final HalfWords halfWords;

  Tagger(Lexicon lexicon, RealWords real, WordChoice choice, HalfWords halfWords) {
    this.lexicon = lexicon;
    this.real = real;
    this.choice = choice;
    this.halfWords = halfWords;
  }

  List<TaggedWord> tag(List<PromptToken> tokens) {
    Language language = choice.language(tokens);
    List<TaggedWord> tagged = new ArrayList<>(tokens.size());
    for (int at = 0; at < tokens.size(); ) {
      int words = named(tokens, at, language, tagged);
      at += words > 0 ? words : single(tokens, at, language, tagged);
    }
    return tagged;
  }

  /** Adds the longest name of several words that starts here; returns its number of words. */
  private int named(
      List<PromptToken> tokens, int at, @Nullable Language language, List<TaggedWord> tagged) {
    PromptToken first = tokens.get(at);
    int most = Math.min(lexicon.longest(first.text()), tokens.size() - at);
    for (int words = most; words > 1; words--) {
      String form = joined(tokens, at, words);
      Match match = form.isEmpty() ? null : choice.find(form, language);
      if (match != null) {
        tagged.add(
            new TaggedWord(
                match, form, form, first.starts(), false, tokens.get(at + words - 1).owner()));
        return words;
      }
    }
    return 0;
  }

  // A name does not reach over a comma.
  private static String joined(List<PromptToken> tokens, int at, int words) {
    StringBuilder form = new StringBuilder(tokens.get(at).text());
    for (int k = 1; k < words; k++) {
      PromptToken next = tokens.get(at + k);
      if (next.starts()) {
        return "";
      }
      form.append(' ').append(next.text());
    }
    return form.toString();
  }

  private int single(
      List<PromptToken> tokens, int at, @Nullable Language language, List<TaggedWord> tagged) {
    PromptToken token = tokens.get(at);
    boolean doubled = at + 1 < tokens.size() && repeats(token, tokens.get(at + 1));
    Match match = match(token, language);
    if (match != null && doubled && match.meaning().noun() != null) {
      match = new Match(new Meaning(match.meaning().noun(), null), match.language(), true);
    }
    if (match != null && verb(token.text(), match, tagged)) {
      match = null;
    }
    if (match == null && token.half() && !real.has(token.text())) {
      match = halfWords.find(token.text());
    }
    tagged.add(
        new TaggedWord(
            match, token.text(), token.typed(), token.starts(), token.half(), token.owner()));
    return doubled ? 2 : 1;
  }

  private static boolean repeats(PromptToken token, PromptToken next) {
    return next.hyphened() && next.text().equals(token.text());
  }

  private @Nullable Match match(PromptToken token, @Nullable Language language) {
    int number = number(token.text());
    return number > 0
        ? new Match(Meaning.of(new Sense.Counted(number)), Language.ENGLISH, false)
        : choice.find(token.text(), language);
  }

  private static int number(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each < '0' || each > '9') {
        return 0;
      }
      value = Math.min(MOST, value * 10 + each - '0');
    }
    return value;
  }

  private static boolean verb(String word, Match match, List<TaggedWord> before) {
    if (before.isEmpty() || match.language() != Language.ENGLISH) {
      return false;
    }
    TaggedWord last = before.get(before.size() - 1);
    if (match.plural()) {
      return VERBS.contains(word) && last.isDrawing();
    }
    return match.meaning().noun() instanceof Sense.Drawing && BEFORE_VERBS.contains(last.text());
  }

  /**
   * Whether the word before is only part of a noun that has no picture: "a fire hydrant" is no
   * fire.
   */
  boolean isNounWithoutPicture(TaggedWord word) {
    return word.match() == null
        && !word.half()
        && !word.starts()
        && !word.text().endsWith("ing")
        && !real.home(word.text()).isEmpty();
  }

  /** Whether people are to be told that a word is not shown. */
  boolean unknown(TaggedWord word) {
    if (word.match() != null) {
      return false;
    }
    return !word.half() || !halfWords.starts(word.text()) || halfWords.likelyComplete(word.text());
  }
}
