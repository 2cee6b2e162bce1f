package dev.lukis.session;

/**
 * The newest edit of the prompt.
 *
 * @param revision the client's number of the edit, 0 before the first
 * @param text the whole text
 * @param receivedAtNanos when the text, or settings that change its picture, arrived
 */
record Edit(long revision, String text, long receivedAtNanos) {
  /** The edit before anything was typed. */
  static final Edit NONE = new Edit(0, "", 0);

  Edit at(long now) {
    return new Edit(revision, text, now);
  }
}
