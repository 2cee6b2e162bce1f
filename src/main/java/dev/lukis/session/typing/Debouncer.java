package dev.lukis.session.typing;

/**
 * Decides when an edit is painted: at once after idle, at the end of a word or when an input
 * method's composition ends; else after a quiet period, which adapts to how long drafts take; at
 * the latest after the maximum wait. Composed text is treated like any other, except text that
 * {@link ComposedText#mayBeUnfinished may be unfinished}, such as half a Hangul syllable: that is
 * painted after a longer pause. A pure state machine: time is an argument, in nanoseconds of any
 * clock. Not thread-safe.
 */
public final class Debouncer {
  /** Pause after which a composition that may be unfinished is painted. */
  static final long COMPOSING_PAUSE = 1_000_000_000L;

  /** Longest wait of a composition that may be unfinished, during fast typing too. */
  static final long COMPOSING_MAX_WAIT = 3_000_000_000L;

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

  public Debouncer(DebounceTiming timing) {
    this.timing = timing;
    this.maxWait = timing.maxWait().toNanos();
    this.idle = timing.idle().toNanos();
  }

  /**
   * Records an edit.
   *
   * @param newText the whole text after it
   * @param nowComposing whether an input method is composing
   * @param draftNanos how long drafts take lately; 0 if unknown
   * @return when to paint; at or before {@code now} means at once
   */
  public long edit(String newText, boolean nowComposing, long now, long draftNanos) {
    boolean unfinished = nowComposing && ComposedText.mayBeUnfinished(text, newText);
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
    if (unfinished) {
      return Math.min(lastEdit + COMPOSING_PAUSE, waitingSince + COMPOSING_MAX_WAIT);
    }
    return atOnce
        ? lastEdit
        : Math.min(lastEdit + timing.quietNanos(draftNanos), waitingSince + maxWait);
  }

  /** The newest edit has been painted, or need not be. */
  public void fired() {
    waiting = false;
  }
}
