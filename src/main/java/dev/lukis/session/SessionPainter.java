package dev.lukis.session;

import dev.lukis.dispatch.GeneratedImage;
import dev.lukis.dispatch.GenerationListener;
import dev.lukis.dispatch.GenerationRequest;
import dev.lukis.dispatch.Plan;
import dev.lukis.pipeline.ImageRequest;
import org.jspecify.annotations.Nullable;

/**
 * What of a session's edits is asked for, and which of the images that come of it go out. On the
 * session's executor only.
 */
final class SessionPainter implements AutoCloseable {
  private static final int MAX_COMMITTED_UNSENT = 4;

  private final SessionProfile profile;
  private final SessionSupport support;
  private final SessionOutput output;
  private final ImageOutbox outbox;
  private final GenerationRequests requests;
  private final PromptGuard guard;
  private final Notices notices;
  private final ForgottenRequests forgotten = new ForgottenRequests();

  // Mutable state
  private @Nullable PaintSpec painted;
  private boolean settled;
  private long offered;

  /**
   * @param listener hears of the generations that are asked for here
   */
  SessionPainter(
      SessionProfile profile,
      SessionSupport support,
      SessionOutput output,
      ImageOutbox outbox,
      GenerationListener listener) {
    this.profile = profile;
    this.support = support;
    this.output = output;
    this.outbox = outbox;
    this.notices = new Notices(support.reader(), output);
    this.guard = new PromptGuard(support, output);
    this.requests =
        new GenerationRequests(support.dispatcher().apply(listener), support.cache(), this::offer);
  }

  void draft(Edit edit, SessionSettings settings) {
    if (blocked(edit, false)) {
      return;
    }
    PaintSpec canvas = PaintSpec.of(edit.text(), settings);
    if (painted != null && painted.looksLike(canvas)) {
      output.satisfied(edit.revision());
      return;
    }
    painted = canvas;
    settled = false;
    requests.changed();
    if (canvas.blank()) {
      withdraw();
      output.satisfied(edit.revision());
      return;
    }
    settled = requests.remembered(request(Plan.SETTLE, canvas, edit), settings.format());
    if (!settled) {
      requests.ask(request(Plan.DRAFT, canvas, edit), settings.format());
    }
  }

  void settle(Edit edit, SessionSettings settings) {
    PaintSpec canvas = PaintSpec.of(edit.text(), settings);
    if (canvas.blank() || blocked(edit, true)) {
      return;
    }
    notices.about(canvas.prompt(), edit.revision());
    if (!settled) {
      settled = true;
      requests.ask(request(Plan.SETTLE, canvas, edit), settings.format());
    }
  }

  private boolean blocked(Edit edit, boolean finished) {
    boolean blocked = guard.blocks(edit.text(), edit.revision(), finished);
    if (blocked) {
      repaint();
      withdraw();
    }
    return blocked;
  }

  /**
   * @param edit as if it had arrived with the commit
   * @throws RefusedException when there are no words, blocked ones, or too many commits wait:
   *     nothing has changed
   */
  void commit(Edit edit, SessionSettings settings) {
    PaintSpec canvas = PaintSpec.of(edit.text(), settings);
    if (canvas.blank()) {
      throw new RefusedException(
          "empty-prompt", "text: blank (expected: words to paint)", edit.revision());
    }
    guard.checkCommit(edit.text(), edit.revision());
    boolean accepted =
        outbox.committed() < MAX_COMMITTED_UNSENT
            && requests.ask(request(Plan.COMMIT, canvas, edit), settings.format());
    if (!accepted) {
      throw new RefusedException(
          "too-many-commits",
          "commit: too many wait (expected: images to be received)",
          edit.revision());
    }
    painted = canvas;
    settled = true;
    notices.about(canvas.prompt(), edit.revision());
  }

  private GenerationRequest request(Plan plan, PaintSpec canvas, Edit edit) {
    ImageRequest image =
        plan == Plan.DRAFT ? canvas.draft(profile.plans()) : canvas.settle(profile.plans());
    return new GenerationRequest(edit.revision(), plan, image, edit.receivedAtNanos());
  }

  /** Whether what was painted last would look otherwise under other settings. */
  boolean outdatedBy(SessionSettings changed) {
    return painted != null && !painted.blank() && !painted.settings().paintsLike(changed);
  }

  /** The same words may be asked for again. */
  private void repaint() {
    painted = null;
    settled = false;
  }

  /** Forgets what waits and what runs; the same words may be asked for again. */
  void stop() {
    repaint();
    requests.stop();
    outbox.clear();
    forgotten.everything(support.clock().nanoTime());
  }

  /** Forgets what waits and what runs, except commits: theirs are promised. */
  private void withdraw() {
    requests.withdraw();
    outbox.withdraw();
    forgotten.uncommitted(support.clock().nanoTime());
  }

  void show(GeneratedImage image) {
    if (forgotten.covers(image.request())) {
      return;
    }
    Picture picture = Picture.of(image, support.safety());
    if (!picture.preview()) {
      requests.answered(image.request());
    }
    offer(picture);
  }

  private void offer(Picture picture) {
    if (picture.request().revision() >= offered) {
      offered = picture.request().revision();
      outbox.offer(picture);
    }
  }

  void failed(GenerationRequest request) {
    if (forgotten.covers(request)) {
      return;
    }
    requests.answered(request);
    repaint();
    output.failed(
        request.revision(),
        "generation-failed",
        "the image could not be painted; type on or retry");
  }

  /**
   * Shows the last image of an earlier connection.
   *
   * @return whether it is the settled one of these words
   */
  boolean showAgain(Picture picture, Edit edit, SessionSettings settings) {
    PaintSpec canvas = PaintSpec.of(edit.text(), settings);
    offer(picture);
    if (picture.settled() && picture.request().image().equals(canvas.settle(profile.plans()))) {
      painted = canvas;
      settled = true;
    }
    return settled;
  }

  /** Whether nothing that was asked for has yet to reach the client, drafts aside. */
  boolean idle() {
    return requests.nothingOwed() && outbox.empty();
  }

  @Override
  public void close() {
    requests.close();
  }
}
