package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Mailbox;
import dev.lukis.dispatch.Plan;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Function;
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
  private static final int MAX_COMMITTED_UNSENT = 4;

  private final SessionProfile profile;
  private final SessionOutput output;
  private final SessionClock clock;
  private final Executor executor;
  private final Mailbox mailbox;
  private final ImageOutbox outbox;
  private final Debouncer debouncer;
  private final Alarm debounceAlarm;
  private final Alarm settleAlarm;

  // Mutable state
  private SessionSettings settings;
  private String text = "";
  private long revision;
  private long receivedAt;
  private long forgottenBefore = Long.MIN_VALUE;
  private @Nullable Canvas painted;
  private boolean settled;
  private boolean composing;
  private boolean closed;

  /**
   * @param settings the first ones
   * @param dispatcher opens the mailbox in which this session's requests are put
   * @param executor runs one task after the other, all on one thread at a time
   * @param encoders where images are encoded
   */
  public TypingSession(
      SessionProfile profile,
      SessionSettings settings,
      SessionOutput output,
      Function<GenerationListener, Mailbox> dispatcher,
      SessionClock clock,
      Executor executor,
      Executor encoders) {
    this.profile = profile;
    this.settings = settings;
    this.output = output;
    this.clock = clock;
    this.executor = executor;
    this.outbox = new ImageOutbox(output, clock, executor, encoders);
    this.debouncer = new Debouncer(profile.debounce());
    this.debounceAlarm = new Alarm(clock);
    this.settleAlarm = new Alarm(clock);
    this.mailbox = dispatcher.apply(this);
    outbox.configure(settings);
  }

  /**
   * The text has changed.
   *
   * @param newRevision above every revision before
   * @param newText the whole text
   * @param nowComposing whether an input method is composing: then nothing is painted
   * @throws RefusedException when the revision does not rise or the text is too long
   */
  public void prompt(long newRevision, String newText, boolean nowComposing) {
    if (newRevision <= revision) {
      throw new RefusedException(
          "revision-not-rising",
          "revision: " + newRevision + " (expected: > " + revision + ")",
          newRevision);
    }
    profile.limits().checkPrompt(newText, newRevision);
    revision = newRevision;
    text = newText;
    composing = nowComposing;
    receivedAt = clock.nanoTime();
    paintBy(debouncer.edit(newText, nowComposing, receivedAt));
  }

  private void paintBy(long deadline) {
    debounceAlarm.cancel();
    settleAlarm.cancel();
    if (composing) {
      return;
    }
    settleAlarm.set(profile.settleAfter(), this::settle);
    if (deadline <= receivedAt) {
      draft();
    } else {
      debounceAlarm.set(Duration.ofNanos(deadline - receivedAt), this::draft);
    }
  }

  private void draft() {
    debounceAlarm.cancel();
    debouncer.fired();
    Canvas canvas = Canvas.of(text, settings);
    if (painted != null && painted.looksLike(canvas)) {
      output.satisfied(revision);
      return;
    }
    painted = canvas;
    settled = false;
    if (canvas.blank()) {
      forget();
      output.satisfied(revision);
    } else {
      mailbox.offer(
          new GenerationRequest(revision, Plan.DRAFT, canvas.draft(profile.paints()), receivedAt));
    }
  }

  private void settle() {
    Canvas canvas = Canvas.of(text, settings);
    if (!settled && !canvas.blank()) {
      settled = true;
      mailbox.offer(
          new GenerationRequest(
              revision, Plan.SETTLE, canvas.settle(profile.paints()), receivedAt));
    }
  }

  /**
   * Enter was pressed: the settled image of the newest revision follows, whatever is typed next.
   *
   * @throws RefusedException when the revision is not the newest, there are no words, or too many
   *     commits wait
   */
  public void commit(long committedRevision) {
    if (committedRevision != revision) {
      throw new RefusedException(
          "unknown-revision",
          "revision: " + committedRevision + " (expected: " + revision + ", the newest)",
          committedRevision);
    }
    Canvas canvas = Canvas.of(text, settings);
    if (canvas.blank()) {
      throw new RefusedException(
          "empty-prompt", "text: blank (expected: words to paint)", revision);
    }
    if (!offerCommit(canvas)) {
      throw new RefusedException(
          "too-many-commits", "commit: too many wait (expected: images to be received)", revision);
    }
    debounceAlarm.cancel();
    settleAlarm.cancel();
    debouncer.fired();
    painted = canvas;
    settled = true;
  }

  private boolean offerCommit(Canvas canvas) {
    return outbox.committed() < MAX_COMMITTED_UNSENT
        && mailbox.offer(
            new GenerationRequest(
                revision, Plan.COMMIT, canvas.settle(profile.paints()), clock.nanoTime()));
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
    if (painted != null && !painted.blank() && !painted.settings().paintsLike(changed)) {
      receivedAt = clock.nanoTime();
      paintBy(composing ? Debouncer.NEVER : receivedAt);
    }
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
    debounceAlarm.cancel();
    settleAlarm.cancel();
    debouncer.fired();
    painted = null;
    settled = false;
    forget();
  }

  private void forget() {
    mailbox.stop();
    outbox.clear();
    forgottenBefore = clock.nanoTime();
  }

  @Override
  public void onImage(GeneratedImage image) {
    executor.execute(() -> show(image));
  }

  private void show(GeneratedImage image) {
    if (!closed && !forgotten(image.request())) {
      outbox.offer(image);
    }
  }

  @Override
  public void onFailure(GenerationRequest request, RuntimeException cause) {
    executor.execute(() -> failed(request));
  }

  private void failed(GenerationRequest request) {
    if (closed || forgotten(request)) {
      return;
    }
    painted = null;
    settled = false;
    output.failed(
        request.revision(),
        "generation-failed",
        "the image could not be painted; type on or retry");
  }

  private boolean forgotten(GenerationRequest request) {
    return request.receivedAtNanos() < forgottenBefore;
  }

  /** Images that a newer one replaced before they were sent. */
  public long droppedImages() {
    return outbox.dropped();
  }

  /** Frees everything; no output follows. */
  @Override
  public void close() {
    closed = true;
    debounceAlarm.cancel();
    settleAlarm.cancel();
    outbox.close();
    mailbox.close();
  }
}
