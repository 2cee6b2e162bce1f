package dev.lukis.session;

import dev.lukis.painting.FetchableImage;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintingException;
import dev.lukis.painting.PaintingListener;
import dev.lukis.session.typing.Debouncer;
import org.jspecify.annotations.Nullable;

/**
 * One person who types. Edits come in, images of the newest edit go out.
 *
 * <p><b>Loss is by design.</b> Edits that are superseded before they are painted, and images that
 * are superseded before they are sent, are dropped. The newest edit, the newest image and the final
 * image of a commit are never dropped. The revisions of images never fall.
 *
 * <p>Confined to one executor: every method must be called on it, except the listener's, which may
 * come from any thread. A method that refuses its argument has changed nothing. A failure of what
 * runs later is told and logged once, and the session goes on.
 */
public final class TypingSession implements PaintingListener, ImageOutbox.Events, AutoCloseable {
  private final SessionProfile profile;
  private final SessionSupport support;
  private final SessionOutput output;
  private final TaskGuard guard;
  private final ImageOutbox outbox;
  private final SessionPainter painter;
  private final PaintTimer timer;

  // Mutable state
  private SessionSettings settings;
  private Edit edit = Edit.NONE;
  private @Nullable Runnable finished;
  private boolean postponed;
  private boolean closed;

  /**
   * @param settings the first ones
   */
  public TypingSession(
      SessionProfile profile,
      SessionSettings settings,
      SessionOutput output,
      SessionSupport support) {
    this.profile = profile;
    this.settings = settings;
    this.output = output;
    this.support = support;
    this.guard = new TaskGuard(output, () -> edit.revision());
    this.outbox = new ImageOutbox(output, support, profile.writeDeadline(), guard, this, settings);
    this.painter = new SessionPainter(profile, support, output, outbox, this);
    this.timer = new PaintTimer(profile, support, guard, this::draft, this::settle);
  }

  /**
   * The text has changed.
   *
   * @param revision above every revision before
   * @param text the whole text
   * @param composing whether an input method is composing; see {@link Debouncer}
   * @throws RefusedException when the revision does not rise or the text is too long
   */
  public void prompt(long revision, String text, boolean composing) {
    SessionLimits.checkRises(revision, edit.revision());
    profile.limits().checkPrompt(text, revision);
    long now = support.clock().nanoTime();
    edit = new Edit(revision, text, now);
    outbox.arrived(revision, now);
    timer.edited(text, composing, now);
  }

  private void draft() {
    timer.drafted();
    if (!postpone()) {
      painter.draft(edit, settings);
    }
  }

  private void settle() {
    if (!postpone()) {
      painter.settle(edit, settings);
    }
  }

  // Painting what cannot be sent would cost the others; the newest words are painted later.
  private boolean postpone() {
    postponed = outbox.paused();
    return postponed;
  }

  @Override
  public void resumed() {
    if (postponed && !closed) {
      postponed = false;
      timer.again(support.clock().nanoTime());
    }
  }

  /**
   * Enter was pressed: the settled image of the newest revision follows, whatever is typed next.
   *
   * @throws RefusedException when the revision is not the newest, there are no words, or too many
   *     commits wait
   */
  public void commit(long revision) {
    SessionLimits.checkNewest(revision, edit.revision());
    painter.commit(edit.at(support.clock().nanoTime()), settings);
    timer.rest();
  }

  /**
   * Changes settings; what is shown is painted anew under them.
   *
   * @throws RefusedException when one is out of range
   */
  public void change(SettingsChange change) {
    SessionSettings changed = settings.with(change);
    profile.limits().check(changed);
    settings = changed;
    outbox.configure(changed);
    if (painter.outdatedBy(changed)) {
      again();
    }
  }

  private void again() {
    long now = support.clock().nanoTime();
    edit = edit.at(now);
    timer.again(now);
  }

  /**
   * The client shows an image.
   *
   * @throws RefusedException when no such image waits for this
   */
  public void acknowledge(long image) {
    outbox.acknowledge(image);
  }

  /** Cancels what waits and what runs; the same words may be asked for again. */
  public void stop() {
    timer.rest();
    painter.stop();
  }

  @Override
  public void onImage(FetchableImage image) {
    later(() -> painter.show(image));
  }

  @Override
  public void onFailure(PaintRequest request, PaintingException failure) {
    later(() -> painter.failed(request, failure));
  }

  private void later(Runnable event) {
    support
        .executor()
        .execute(
            () -> {
              if (!closed) {
                guard.run(event);
                checkFinished();
              }
            });
  }

  /** What is needed to go on later, over another connection. */
  public SessionState state() {
    return new SessionState(settings, edit.revision(), edit.text(), outbox.last());
  }

  /** Goes on where another session ended; must be called before anything else. */
  public void resume(SessionState left) {
    long now = support.clock().nanoTime();
    edit = new Edit(left.revision(), left.text(), now);
    boolean shown =
        left.last()
            .filter(image -> image.format() == settings.format())
            .map(image -> painter.showAgain(image, edit, settings))
            .orElse(false);
    if (!shown && !edit.text().isBlank()) {
      again();
    }
  }

  /**
   * Settles the newest words now, and sends images without regard to acknowledgements.
   *
   * @param whenDone is run once, when nothing that was asked for has yet to reach the client
   */
  public void finish(Runnable whenDone) {
    finished = whenDone;
    outbox.flush();
    if (!edit.text().isBlank()) {
      draft();
      settle();
    }
    timer.rest();
    checkFinished();
  }

  @Override
  public void lost(ImageHeader image) {
    painter.lost(image);
  }

  @Override
  public void sent() {
    checkFinished();
  }

  private void checkFinished() {
    Runnable done = finished;
    if (done != null && painter.idle()) {
      finished = null;
      done.run();
    }
  }

  @Override
  public void stalled() {
    close();
    output.stalled();
  }

  /** Frees everything; no output follows. */
  @Override
  public void close() {
    closed = true;
    timer.rest();
    outbox.close();
    painter.close();
  }
}
