package dev.lukis.session;

import dev.lukis.session.typing.Debouncer;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Runs drafts and settles when the debouncer says so. Not thread-safe. */
final class PaintTimer {
  private final Debouncer debouncer;
  private final Duration settleAfter;
  private final LongSupplier draftNanos;
  private final Runnable draft;
  private final Runnable settle;
  private final DelayedTask draftAlarm;
  private final DelayedTask settleAlarm;

  /**
   * @param guard receives what a draft or settle throws that runs later
   * @param draft is run when the newest words are to be drafted
   * @param settle is run when they are to be settled
   */
  PaintTimer(
      SessionProfile profile,
      SessionSupport support,
      TaskGuard guard,
      Runnable draft,
      Runnable settle) {
    this.debouncer = new Debouncer(profile.debounce());
    this.settleAfter = profile.settleAfter();
    this.draftNanos = support.draftNanos();
    this.draft = draft;
    this.settle = settle;
    this.draftAlarm = new DelayedTask(support.clock(), guard);
    this.settleAlarm = new DelayedTask(support.clock(), guard);
  }

  /** The text has changed. */
  void edited(String text, boolean composing, long now) {
    draftBy(debouncer.edit(text, composing, now, draftNanos.getAsLong()), now);
  }

  /** The same text is to be painted anew. */
  void again(long now) {
    draftBy(now, now);
  }

  private void draftBy(long deadline, long now) {
    draftAlarm.cancel();
    settleAlarm.cancel();
    Duration wait = Duration.ofNanos(Math.max(0, deadline - now));
    // A settle replaces its draft, so it must not come first.
    settleAlarm.set(wait.compareTo(settleAfter) < 0 ? settleAfter : wait.plus(settleAfter), settle);
    if (wait.isZero()) {
      draft.run();
    } else {
      draftAlarm.set(wait, draft);
    }
  }

  /** The newest words are being drafted. */
  void drafted() {
    draftAlarm.cancel();
    debouncer.fired();
  }

  /** Cancels draft and settle until the next change. */
  void rest() {
    drafted();
    settleAlarm.cancel();
  }
}
