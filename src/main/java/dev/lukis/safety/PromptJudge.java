package dev.lukis.safety;

/** Judges prompts before they are painted. Thread-safe. */
public interface PromptJudge {
  /**
   * Judges a text, which may be half typed.
   *
   * @param text as typed
   */
  Safety.Verdict judge(String text);
}
