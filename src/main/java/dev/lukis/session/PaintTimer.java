package dev.lukis.session;

import java.time.Duration;
import java.util.function.LongSupplier;

/** When a session drafts and when it settles, as its debouncer says. Not thread-safe. */
final class PaintTimer {
  private final Debouncer debouncer;
  private final Duration settleAfter;
  private final LongSupplier draftNanos;
  private final Runnable draft;
  private final Runnable settle;
  private final DelayedTask draftAlarm;
  private final DelayedTask settleAlarm;

  // Mutable state
  private boolean composing;

  /**
   * @param draft is run when the newest words are to be drafted
   * @param settle is run when they are to be settled
   */
  PaintTimer(SessionProfile profile, SessionSupport support, Runnable draft, Runnable settle) {
    this.debouncer = new Debouncer(profile.debounce());
    this.settleAfter = profile.settleAfter();
    this.draftNanos = support.draftNanos();
    this.draft = draft;
    this.settle = settle;
    this.draftAlarm = new DelayedTask(support.clock());
    this.settleAlarm = new DelayedTask(support.clock());
  }

  /** The text is now another. */
  void edited(String text, boolean nowComposing, long now) {
    composing = nowComposing;
    draftBy(debouncer.edit(text, nowComposing, now, draftNanos.getAsLong()), now);
  }

  /** The same text is to be painted anew. */
  void again(long now) {
    draftBy(now, now);
  }

  private void draftBy(long deadline, long now) {
    draftAlarm.cancel();
    settleAlarm.cancel();
    if (composing) {
      return;
    }
    settleAlarm.set(settleAfter, settle);
    if (deadline <= now) {
      draft.run();
    } else {
      draftAlarm.set(Duration.ofNanos(deadline - now), draft);
    }
  }

  /** The newest words are being drafted. */
  void drafted() {
    draftAlarm.cancel();
    debouncer.fired();
  }

  /** Nothing is to be painted until something changes. */
  void rest() {
    drafted();
    settleAlarm.cancel();
  }
}
