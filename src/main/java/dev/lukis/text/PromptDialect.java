package dev.lukis.text;

/** The prompt syntax that a model's encoder understands. */
public enum PromptDialect {
  /** None: all syntax is taken out, and changes nothing. */
  PLAIN {
    @Override
    public PlainPrompt read(String prompt) {
      return PromptSyntax.strip(prompt);
    }
  },
  /**
   * Weights and breaks, as {@link WeightedText} reads them; other syntax is taken out, and changes
   * nothing.
   */
  WEIGHTS {
    @Override
    public PlainPrompt read(String prompt) {
      return PromptSyntax.stripAllButWeights(prompt);
    }
  };

  /**
   * @param prompt in the form of {@link TextNormalizer}
   */
  public abstract PlainPrompt read(String prompt);
}
