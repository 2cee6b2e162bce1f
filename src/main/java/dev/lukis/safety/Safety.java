package dev.lukis.safety;

import dev.lukis.tensor.Tensor;

/**
 * Judges prompts before they are painted and images before they are sent. Implementations are
 * thread-safe.
 */
public interface Safety extends PromptJudge, ImageGate {
  /** Allows everything. */
  Safety NONE = new Safety() {};

  /**
   * Judges a text, which may be half typed.
   *
   * @param text as the person typed it
   */
  @Override
  default Verdict judge(String text) {
    return Verdict.CLEAN;
  }

  /**
   * Whether an image or a preview may be shown. May block for the duration of a classification.
   *
   * @param pixels [3, height, width], red, green and blue in [-1, 1]
   */
  @Override
  default boolean allows(Tensor pixels) {
    return true;
  }

  /** The result of judging a text. */
  enum Verdict {
    /** The text may be painted. */
    CLEAN,
    /** The text may not be painted, but its last word may be the beginning of a harmless one. */
    UNFINISHED,
    /** The text may not be painted. */
    BLOCKED
  }
}
