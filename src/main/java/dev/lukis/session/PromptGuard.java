package dev.lukis.session;

import dev.lukis.painting.PaintingException;
import dev.lukis.safety.Safety.Verdict;

/** Blocks prompts that the safety gate refuses; reports each revision once. Not thread-safe. */
final class PromptGuard {
  private final SessionSupport support;
  private final SessionOutput output;

  // Mutable state
  private long toldRevision;

  PromptGuard(SessionSupport support, SessionOutput output) {
    this.support = support;
    this.output = output;
  }

  /**
   * Whether a text must not be painted.
   *
   * @param finished whether its last word is finished; the beginning of a word is not reported
   */
  boolean blocks(String text, long revision, boolean finished) {
    Verdict verdict = judge(text);
    if ((verdict == Verdict.BLOCKED || (finished && verdict == Verdict.UNFINISHED))
        && toldRevision < revision) {
      toldRevision = revision;
      support.observer().promptBlocked();
      RefusedException refused = refusal(revision);
      output.failed(revision, refused.code(), refused.answer());
    }
    return verdict != Verdict.CLEAN;
  }

  /**
   * @throws RefusedException when a text must not be painted
   */
  void checkCommit(String text, long revision) {
    if (judge(text) != Verdict.CLEAN) {
      support.observer().promptBlocked();
      throw refusal(revision);
    }
  }

  // Both are judged: the text as typed, and the words that the model would receive.
  private Verdict judge(String text) {
    Verdict typed = support.safety().judge(text);
    String words = PaintSpec.plain(text).words();
    if (words.equals(text)) {
      return typed;
    }
    Verdict painted = support.safety().judge(words);
    return typed.compareTo(painted) >= 0 ? typed : painted;
  }

  private static RefusedException refusal(long revision) {
    return new RefusedException(
        PaintingException.PROMPT_BLOCKED,
        "These words are not painted on this server. Change them to go on.",
        revision);
  }
}
