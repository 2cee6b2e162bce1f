package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.GenerationRequest;
import org.jspecify.annotations.Nullable;

/**
 * One person who types. Their edits come in, the images of the newest go out.
 *
 * <p><b>Loss is by design.</b> Edits that are superseded before they are painted, and images that
 * are superseded before they are sent, are dropped; the newest of each never is, nor is the settled
 * image of a commit. The revisions of the images that go out never fall.
 *
 * <p>Confined to one executor: every method is to be called on it, except the listener's, which may
 * come from any thread. A method that refuses its argument has changed nothing.
 */
public final class TypingSession implements GenerationListener, AutoCloseable {
  private final SessionProfile profile;
  private final SessionSupport support;
  private final SessionOutput output;
  private final ImageOutbox outbox;
  private final SessionPainter painter;
  private final PaintTimer pace;

  // Mutable state
  private SessionSettings settings;
  private Edit edit = Edit.NONE;
  private @Nullable Runnable finished;
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
    this.outbox =
        new ImageOutbox(
            output, support, profile.writeDeadline(), this::stalled, this::checkFinished, settings);
    this.painter = new SessionPainter(profile, support, output, outbox, this);
    this.pace = new PaintTimer(profile, support, this::draft, this::settle);
  }

  /**
   * The text has changed.
   *
   * @param revision above every revision before
   * @param text the whole text
   * @param composing whether an input method is composing: then nothing is painted
   * @throws RefusedException when the revision does not rise or the text is too long
   */
  public void prompt(long revision, String text, boolean composing) {
    SessionLimits.checkRises(revision, edit.revision());
    profile.limits().checkPrompt(text, revision);
    long now = support.clock().nanoTime();
    edit = new Edit(revision, text, now);
    outbox.arrived(revision, now);
    pace.edited(text, composing, now);
  }

  private void draft() {
    pace.drafted();
    painter.draft(edit, settings);
  }

  private void settle() {
    painter.settle(edit, settings);
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
    pace.rest();
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
    pace.again(now);
  }

  /**
   * The client shows an image.
   *
   * @throws RefusedException when no such image waits for this
   */
  public void acknowledge(long image) {
    outbox.acknowledge(image);
  }

  /** Forgets what waits and what runs; the same words may be asked for again. */
  public void stop() {
    pace.rest();
    painter.stop();
  }

  @Override
  public void onImage(GeneratedImage image) {
    support
        .executor()
        .execute(
            () -> {
              if (!closed) {
                painter.show(image);
              }
            });
  }

  @Override
  public void onFailure(GenerationRequest request, RuntimeException cause) {
    support
        .executor()
        .execute(
            () -> {
              if (!closed) {
                painter.failed(request);
                checkFinished();
              }
            });
  }

  /** What is needed to go on later, over another connection. */
  public SessionState state() {
    return new SessionState(settings, edit.revision(), edit.text(), outbox.last());
  }

  /** Goes on where another session ended; to be called before anything else. */
  public void resume(SessionState left) {
    long now = support.clock().nanoTime();
    edit = new Edit(left.revision(), left.text(), now);
    boolean shown =
        left.last()
            .filter(image -> image.format() == settings.format())
            .map(image -> painter.showAgain(image.picture().askedAt(now), edit, settings))
            .orElse(false);
    if (!shown && !edit.text().isBlank()) {
      again();
    }
  }

  /**
   * Settles the newest words now.
   *
   * @param whenDone is run once, when nothing that was asked for has yet to reach the client
   */
  public void finish(Runnable whenDone) {
    finished = whenDone;
    if (!edit.text().isBlank()) {
      draft();
      settle();
    }
    pace.rest();
    checkFinished();
  }

  private void checkFinished() {
    Runnable done = finished;
    if (done != null && painter.idle()) {
      finished = null;
      done.run();
    }
  }

  private void stalled() {
    close();
    output.stalled();
  }

  /** Frees everything; no output follows. */
  @Override
  public void close() {
    closed = true;
    pace.rest();
    outbox.close();
    painter.close();
  }
}
