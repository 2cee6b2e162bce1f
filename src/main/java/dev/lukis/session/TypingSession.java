package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;
import dev.lukis.pipeline.ImageRequest;
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
  private final SessionSupport support;
  private final SessionOutput output;
  private final GenerationRequests asking;
  private final PromptGuard guard;
  private final ImageOutbox outbox;
  private final Pace pace;
  private final Notices notices;
  private final ForgottenRequests forgetting = new ForgottenRequests();

  // Mutable state
  private SessionSettings settings;
  private String text = "";
  private long revision;
  private long receivedAt;
  private @Nullable Canvas painted;
  private boolean settled;
  private long offered;
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
    this.pace = new Pace(profile, support, this::draft, this::settle);
    this.notices = new Notices(support.reader(), output);
    this.guard = new PromptGuard(support, output);
    this.asking =
        new GenerationRequests(support.dispatcher().apply(this), support.cache(), this::offer);
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
    SessionLimits.checkRises(newRevision, revision);
    profile.limits().checkPrompt(newText, newRevision);
    revision = newRevision;
    text = newText;
    receivedAt = support.clock().nanoTime();
    outbox.arrived(revision, receivedAt);
    pace.edited(newText, nowComposing, receivedAt);
  }

  private void draft() {
    pace.drafted();
    if (blocked(false)) {
      return;
    }
    Canvas canvas = Canvas.of(text, settings);
    if (painted != null && painted.looksLike(canvas)) {
      output.satisfied(revision);
      return;
    }
    painted = canvas;
    settled = false;
    asking.changed();
    if (canvas.blank()) {
      withdraw();
      output.satisfied(revision);
    } else {
      settled = asking.remembered(request(Plan.SETTLE, canvas, receivedAt), settings.format());
      if (!settled) {
        asking.ask(request(Plan.DRAFT, canvas, receivedAt), settings.format());
      }
    }
  }

  private boolean blocked(boolean finished) {
    boolean blocked = guard.blocks(text, revision, finished);
    if (blocked) {
      painted = null;
      settled = false;
      withdraw();
    }
    return blocked;
  }

  private GenerationRequest request(Plan plan, Canvas canvas, long askedAt) {
    ImageRequest image =
        plan == Plan.DRAFT ? canvas.draft(profile.paints()) : canvas.settle(profile.paints());
    return new GenerationRequest(revision, plan, image, askedAt);
  }

  private void settle() {
    Canvas canvas = Canvas.of(text, settings);
    if (canvas.blank() || blocked(true)) {
      return;
    }
    notices.about(canvas.prompt(), revision);
    if (!settled) {
      settled = true;
      asking.ask(request(Plan.SETTLE, canvas, receivedAt), settings.format());
    }
  }

  /**
   * Enter was pressed: the settled image of the newest revision follows, whatever is typed next.
   *
   * @throws RefusedException when the revision is not the newest, there are no words, or too many
   *     commits wait
   */
  public void commit(long committedRevision) {
    SessionLimits.checkNewest(committedRevision, revision);
    Canvas canvas = Canvas.of(text, settings);
    if (canvas.blank()) {
      throw new RefusedException(
          "empty-prompt", "text: blank (expected: words to paint)", revision);
    }
    guard.checkCommit(text, revision);
    if (!offerCommit(request(Plan.COMMIT, canvas, support.clock().nanoTime()))) {
      throw new RefusedException(
          "too-many-commits", "commit: too many wait (expected: images to be received)", revision);
    }
    pace.rest();
    painted = canvas;
    settled = true;
    notices.about(canvas.prompt(), revision);
  }

  private boolean offerCommit(GenerationRequest request) {
    return outbox.committed() < MAX_COMMITTED_UNSENT && asking.ask(request, settings.format());
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
      receivedAt = support.clock().nanoTime();
      pace.again(receivedAt);
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
    pace.rest();
    painted = null;
    settled = false;
    asking.stop();
    outbox.clear();
    forgetting.everything(support.clock().nanoTime());
  }

  /** Forgets what waits and what runs, except commits: theirs are promised. */
  private void withdraw() {
    asking.withdraw();
    outbox.withdraw();
    forgetting.uncommitted(support.clock().nanoTime());
  }

  @Override
  public void onImage(GeneratedImage image) {
    support.executor().execute(() -> show(image));
  }

  private void show(GeneratedImage image) {
    if (closed || forgetting.covers(image.request())) {
      return;
    }
    Picture picture = Picture.of(image, support.safety());
    if (!picture.preview()) {
      asking.answered(image.request());
    }
    offer(picture);
  }

  private void offer(Picture picture) {
    if (picture.request().revision() >= offered) {
      offered = picture.request().revision();
      outbox.offer(picture);
    }
  }

  @Override
  public void onFailure(GenerationRequest request, RuntimeException cause) {
    support.executor().execute(() -> failed(request));
  }

  private void failed(GenerationRequest request) {
    if (closed || forgetting.covers(request)) {
      return;
    }
    asking.answered(request);
    painted = null;
    settled = false;
    output.failed(
        request.revision(),
        "generation-failed",
        "the image could not be painted; type on or retry");
    checkFinished();
  }

  /** What is needed to go on later, over another connection. */
  public SessionState state() {
    return new SessionState(settings, revision, text, outbox.last());
  }

  /** Goes on where another session ended; to be called before anything else. */
  public void resume(SessionState left) {
    revision = left.revision();
    text = left.text();
    receivedAt = support.clock().nanoTime();
    left.last()
        .filter(image -> image.format() == settings.format())
        .ifPresent(image -> showAgain(image.picture().askedAt(receivedAt)));
    if (!settled && !text.isBlank()) {
      pace.again(receivedAt);
    }
  }

  private void showAgain(Picture picture) {
    Canvas canvas = Canvas.of(text, settings);
    offer(picture);
    if (picture.settled() && picture.request().image().equals(canvas.settle(profile.paints()))) {
      painted = canvas;
      settled = true;
    }
  }

  /**
   * Settles the newest words now.
   *
   * @param whenDone is run once, when nothing that was asked for has yet to reach the client
   */
  public void finish(Runnable whenDone) {
    finished = whenDone;
    if (!text.isBlank()) {
      draft();
      settle();
    }
    pace.rest();
    checkFinished();
  }

  private void checkFinished() {
    Runnable done = finished;
    if (done != null && asking.nothingOwed() && outbox.empty()) {
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
    asking.close();
  }
}
