package dev.lukis.session;

/**
 * The newest words.
 *
 * @param revision the client's number of them, 0 before the first
 * @param text the whole text
 * @param receivedAtNanos when they, or settings that change their picture, arrived
 */
record Edit(long revision, String text, long receivedAtNanos) {
  /** Before anything was typed. */
  static final Edit NONE = new Edit(0, "", 0);

  Edit at(long now) {
    return new Edit(revision, text, now);
  }
}
