package dev.lukis.session;

import dev.lukis.painting.PaintingException;
import dev.lukis.safety.Safety.Verdict;
import org.jspecify.annotations.Nullable;

/** Blocks words that are not painted, and tells so once a revision. Not thread-safe. */
final class PromptGuard {
  private final SessionSupport support;
  private final SessionOutput output;

  // Mutable state
  private long toldRevision;
  private @Nullable PaintSpec judged;
  private Verdict verdict = Verdict.CLEAN;

  PromptGuard(SessionSupport support, SessionOutput output) {
    this.support = support;
    this.output = output;
  }

  /**
   * Whether a specification is not to be painted.
   *
   * @param finished whether its last word is; a beginning of a word is not told of
   */
  boolean blocks(PaintSpec spec, long revision, boolean finished) {
    judge(spec);
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
   * @throws RefusedException when a specification is not to be painted
   */
  void checkCommit(PaintSpec spec, long revision) {
    judge(spec);
    if (verdict != Verdict.CLEAN) {
      support.observer().promptBlocked();
      throw refusal(revision);
    }
  }

  // The draft, the settle and the commit of one edit share a specification: it is judged once.
  private void judge(PaintSpec spec) {
    if (!spec.equals(judged)) {
      verdict = verdict(spec);
      judged = spec;
    }
  }

  // The text as it was typed, and the words that the model would be given: the worse one counts.
  private Verdict verdict(PaintSpec spec) {
    Verdict typed = support.safety().judge(spec.text());
    if (spec.words().equals(spec.text())) {
      return typed;
    }
    Verdict painted = support.safety().judge(spec.words());
    return typed.compareTo(painted) >= 0 ? typed : painted;
  }

  private static RefusedException refusal(long revision) {
    return new RefusedException(
        PaintingException.PROMPT_BLOCKED,
        "These words are not painted on this server. Change them to go on.",
        revision);
  }
}
