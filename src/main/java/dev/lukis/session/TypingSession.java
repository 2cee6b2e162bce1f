package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Mailbox;
import dev.lukis.dispatch.Plan;
import dev.lukis.pipeline.ImageRequest;
import java.time.Duration;
import java.util.Optional;
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
  private final Mailbox mailbox;
  private final ImageOutbox outbox;
  private final Debouncer debouncer;
  private final Alarm debounceAlarm;
  private final Alarm settleAlarm;
  private final Notices notices;
  private final Forgetting forgetting = new Forgetting();

  // Mutable state
  private SessionSettings settings;
  private String text = "";
  private long revision;
  private long receivedAt;
  private @Nullable Canvas painted;
  private boolean settled;
  private boolean composing;
  private int commits;
  private long offered;
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
        new ImageOutbox(output, support, profile.writeDeadline(), this::stalled, settings);
    this.debouncer = new Debouncer(profile.debounce());
    this.debounceAlarm = new Alarm(support.clock());
    this.settleAlarm = new Alarm(support.clock());
    this.notices = new Notices(support.reader(), output);
    this.mailbox = support.dispatcher().apply(this);
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
    receivedAt = support.clock().nanoTime();
    outbox.arrived(revision, receivedAt);
    long draftNanos = support.draftNanos().getAsLong();
    paintBy(debouncer.edit(newText, nowComposing, receivedAt, draftNanos));
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
      withdraw();
      output.satisfied(revision);
    } else if (!showRemembered(canvas)) {
      mailbox.offer(request(Plan.DRAFT, canvas, receivedAt));
    }
  }

  /** Shows what the cache has of these words; whether it had any of them. */
  private boolean showRemembered(Canvas canvas) {
    settled = showRemembered(request(Plan.SETTLE, canvas, receivedAt));
    return settled || showRemembered(request(Plan.DRAFT, canvas, receivedAt));
  }

  // A commit that is not answered yet has to be shown before anything newer.
  private boolean showRemembered(GenerationRequest request) {
    Optional<Picture> found =
        commits > 0 ? Optional.empty() : support.cache().find(request, settings.format());
    found.ifPresent(
        picture -> {
          mailbox.withdraw();
          offer(picture);
        });
    return found.isPresent();
  }

  private GenerationRequest request(Plan plan, Canvas canvas, long askedAt) {
    ImageRequest image =
        plan == Plan.DRAFT ? canvas.draft(profile.paints()) : canvas.settle(profile.paints());
    return new GenerationRequest(revision, plan, image, askedAt);
  }

  private void settle() {
    Canvas canvas = Canvas.of(text, settings);
    if (canvas.blank()) {
      return;
    }
    notices.about(canvas.prompt(), revision);
    if (!settled) {
      settled = true;
      GenerationRequest settle = request(Plan.SETTLE, canvas, receivedAt);
      if (!showRemembered(settle)) {
        mailbox.offer(settle);
      }
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
    if (!offerCommit(request(Plan.COMMIT, canvas, support.clock().nanoTime()))) {
      throw new RefusedException(
          "too-many-commits", "commit: too many wait (expected: images to be received)", revision);
    }
    debounceAlarm.cancel();
    settleAlarm.cancel();
    debouncer.fired();
    painted = canvas;
    settled = true;
    notices.about(canvas.prompt(), revision);
  }

  private boolean offerCommit(GenerationRequest request) {
    if (outbox.committed() == MAX_COMMITTED_UNSENT) {
      return false;
    }
    if (showRemembered(request)) {
      return true;
    }
    boolean accepted = mailbox.offer(request);
    commits += accepted ? 1 : 0;
    return accepted;
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
    mailbox.stop();
    outbox.clear();
    commits = 0;
    forgetting.everything(support.clock().nanoTime());
  }

  /** Forgets what waits and what runs, except commits: theirs are promised. */
  private void withdraw() {
    mailbox.withdraw();
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
    Picture picture = Picture.of(image);
    commits -= picture.committed() ? 1 : 0;
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
    commits -= request.plan() == Plan.COMMIT ? 1 : 0;
    painted = null;
    settled = false;
    output.failed(
        request.revision(),
        "generation-failed",
        "the image could not be painted; type on or retry");
  }

  private void stalled() {
    close();
    output.stalled();
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
