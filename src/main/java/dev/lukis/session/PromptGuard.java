package dev.lukis.session;

import dev.lukis.painting.PaintingException;
import dev.lukis.safety.Safety.Verdict;
import org.jspecify.annotations.Nullable;

/** Blocks prompts that the safety gate refuses; reports each revision once. Not thread-safe. */
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
   * Whether a specification must not be painted.
   *
   * @param finished whether its last word is finished; the beginning of a word is not reported
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
   * @throws RefusedException when a specification must not be painted
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

  // Both are judged: the text as typed, and the words that the model would receive.
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
