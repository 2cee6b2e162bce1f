package dev.lukis.model.graph;

/**
 * Which hidden states of a text encoder condition the denoiser.
 *
 * @param kind of them
 * @param skip how many more of the last layers are left out: {@code clip_skip} in diffusers
 */
public record HiddenStates(Kind kind, int skip) {
  public static final HiddenStates LAST = new HiddenStates(Kind.LAST, 0);
  public static final HiddenStates LAST_BUT_ONE = new HiddenStates(Kind.LAST_BUT_ONE, 0);

  /** Kinds of hidden states. */
  public enum Kind {
    /** After the last layer and the final norm, as Stable Diffusion 1 and 2 have it. */
    LAST,
    /** After the last layer but one, without the final norm, as SDXL has it. */
    LAST_BUT_ONE
  }

  public HiddenStates {
    if (skip < 0) {
      throw new IllegalArgumentException("clip skip: " + skip + " (expected: >= 0)");
    }
  }

  /** The same kind, with more of the last layers left out. */
  public HiddenStates skipping(int layers) {
    return new HiddenStates(kind, layers);
  }

  /** How many layers the states have passed. */
  int depth(int layers) {
    return layers - skip - (kind == Kind.LAST ? 0 : 1);
  }
}
