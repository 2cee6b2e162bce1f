package dev.lukis.session;

/**
 * Decides when an edit is painted: at once after idle, at a word's end or when an input method's
 * composition ends; else after quiet, which adapts to how long drafts take; at the latest after the
 * maximum wait; never while an input method composes. A pure state machine: time is an argument, in
 * nanoseconds of any clock. Not thread-safe.
 */
final class Debouncer {
  /** A deadline that does not come. */
  static final long NEVER = Long.MAX_VALUE;

  private final DebounceTiming timing;
  private final long maxWait;
  private final long idle;

  // Mutable state
  private String text = "";
  private boolean composing;
  private boolean edited;
  private long lastEdit;
  private boolean waiting;
  private long waitingSince;

  Debouncer(DebounceTiming timing) {
    this.timing = timing;
    this.maxWait = timing.maxWait().toNanos();
    this.idle = timing.idle().toNanos();
  }

  /**
   * Takes note of an edit.
   *
   * @param newText the whole text after it
   * @param nowComposing whether an input method is composing
   * @param draftNanos how long drafts take lately, 0 where that is not known
   * @return when to paint: at or before {@code now} for at once, {@link #NEVER} while composing
   */
  long edit(String newText, boolean nowComposing, long now, long draftNanos) {
    boolean atOnce =
        !edited
            || now - lastEdit >= idle
            || (composing && !nowComposing)
            || WordEdit.endsOrDeletesWord(text, newText);
    text = newText;
    composing = nowComposing;
    edited = true;
    lastEdit = now;
    if (!waiting) {
      waiting = true;
      waitingSince = now;
    }
    return deadline(atOnce, timing.quietNanos(draftNanos));
  }

  private long deadline(boolean atOnce, long quiet) {
    if (composing) {
      return NEVER;
    }
    return atOnce ? lastEdit : Math.min(lastEdit + quiet, waitingSince + maxWait);
  }

  /** Takes note that the newest edit has been painted, or need not be. */
  void fired() {
    waiting = false;
  }
}
