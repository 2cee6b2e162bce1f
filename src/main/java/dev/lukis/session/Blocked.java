package dev.lukis.session;

/** What people are told of what is not painted or not shown. Stateless. */
final class Blocked {
  private Blocked() {}

  static RefusedException prompt(long revision) {
    return new RefusedException(
        "prompt-blocked",
        "Let us paint something else: these words are not painted here. Change them, and it goes"
            + " on.",
        revision);
  }

  static RefusedException image(long revision) {
    return new RefusedException(
        "image-blocked",
        "This picture is kept back, since it may show what is not shown here. Other words, or"
            + " another seed, will help.",
        revision);
  }
}
