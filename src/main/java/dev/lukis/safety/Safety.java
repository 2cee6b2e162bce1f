package dev.lukis.safety;

import dev.lukis.tensor.Tensor;

/** Judges prompts before they are painted and images before they leave. Thread-safe. */
public interface Safety extends PromptJudge, ImageGate {
  /** Lets everything pass. */
  Safety NONE = new Safety() {};

  /**
   * Judges a text, which may be half typed.
   *
   * @param text as typed
   */
  @Override
  default Verdict judge(String text) {
    return Verdict.CLEAN;
  }

  /**
   * Whether an image, a preview too, may be shown. May take a while.
   *
   * @param pixels [3, height, width], red, green and blue in [-1, 1]
   */
  @Override
  default boolean allows(Tensor pixels) {
    return true;
  }

  /** What is thought of a text. */
  enum Verdict {
    /** It may be painted. */
    CLEAN,
    /** It may not, but its last word may only be the beginning of another. */
    UNFINISHED,
    /** It may not. */
    BLOCKED
  }
}
