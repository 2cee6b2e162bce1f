package dev.lukis.session;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.FetchableImage;
import dev.lukis.painting.ImageHeader;
import dev.lukis.painting.PaintRequest;
import dev.lukis.painting.PaintedImage;
import dev.lukis.painting.PaintingException;
import dev.lukis.painting.PaintingListener;
import dev.lukis.painting.Plan;
import dev.lukis.session.requests.PaintingRequests;
import org.jspecify.annotations.Nullable;

/**
 * Decides which requests a session's edits lead to, and which of the images are sent. On the
 * session's executor only.
 */
final class SessionPainter implements AutoCloseable {
  private static final int MAX_COMMITTED_UNSENT = 4;

  private final SessionProfile profile;
  private final SessionOutput output;
  private final ImageOutbox outbox;
  private final PaintingRequests requests;
  private final PromptGuard guard;
  private final Notices notices;

  // Mutable state
  private @Nullable PaintSpec newest;
  private @Nullable PaintSpec painted;
  private boolean settled;
  private long offered;

  /**
   * @param listener receives the images of the requests
   */
  SessionPainter(
      SessionProfile profile,
      SessionSupport support,
      SessionOutput output,
      ImageOutbox outbox,
      PaintingListener listener) {
    this.profile = profile;
    this.output = output;
    this.outbox = outbox;
    this.notices = new Notices(support.reader(), output);
    this.guard = new PromptGuard(support, output);
    this.requests =
        new PaintingRequests(support.painter().open(listener), support.cache(), this::offer);
  }

  void draft(Edit edit, SessionSettings settings) {
    PaintSpec spec = spec(edit, settings);
    if (blocked(spec, edit, false)) {
      return;
    }
    if (painted != null && painted.looksLike(spec)) {
      output.satisfied(edit.revision());
      return;
    }
    painted = spec;
    settled = false;
    requests.changed();
    if (spec.blank()) {
      withdraw();
      output.satisfied(edit.revision());
      return;
    }
    settled = requests.remembered(request(Plan.SETTLE, spec, edit), settings.format());
    if (!settled) {
      requests.ask(request(Plan.DRAFT, spec, edit), settings.format());
    }
  }

  void settle(Edit edit, SessionSettings settings) {
    PaintSpec spec = spec(edit, settings);
    if (spec.blank() || blocked(spec, edit, true)) {
      return;
    }
    notices.about(spec, edit.revision());
    if (!settled) {
      settled = true;
      requests.ask(request(Plan.SETTLE, spec, edit), settings.format());
    }
  }

  private PaintSpec spec(Edit edit, SessionSettings settings) {
    newest =
        newest == null ? PaintSpec.of(edit.text(), settings) : newest.with(edit.text(), settings);
    return newest;
  }

  private boolean blocked(PaintSpec spec, Edit edit, boolean finished) {
    boolean blocked = guard.blocks(spec, edit.revision(), finished);
    if (blocked) {
      repaint();
      withdraw();
    }
    return blocked;
  }

  /**
   * @param edit as if it had arrived with the commit
   * @throws RefusedException if there are no words, blocked ones, or too many commits wait; nothing
   *     has changed then
   */
  void commit(Edit edit, SessionSettings settings) {
    PaintSpec spec = spec(edit, settings);
    if (spec.blank()) {
      throw new RefusedException(
          "empty-prompt", "text: blank (expected: words to paint)", edit.revision());
    }
    guard.checkCommit(spec, edit.revision());
    boolean accepted =
        outbox.committed() < MAX_COMMITTED_UNSENT
            && requests.ask(request(Plan.COMMIT, spec, edit), settings.format());
    if (!accepted) {
      throw new RefusedException(
          "too-many-commits",
          "commit: too many wait (expected: images to be received)",
          edit.revision());
    }
    painted = spec;
    settled = true;
    notices.about(spec, edit.revision());
  }

  private PaintRequest request(Plan plan, PaintSpec spec, Edit edit) {
    ImageSpec image =
        plan == Plan.DRAFT ? spec.draft(profile.plans()) : spec.settle(profile.plans());
    return requests.number(edit.revision(), plan, image, edit.receivedAtNanos());
  }

  /** Whether what was painted last would look different under other settings. */
  boolean outdatedBy(SessionSettings changed) {
    return painted != null && !painted.blank() && !painted.settings().paintsLike(changed);
  }

  /** Allows a further request for the same words. */
  private void repaint() {
    painted = null;
    settled = false;
  }

  /** Cancels waiting and running requests; allows further ones for the same words. */
  void stop() {
    repaint();
    requests.stop();
    outbox.clear();
  }

  private void withdraw() {
    requests.withdraw();
    outbox.withdraw();
  }

  void show(FetchableImage image) {
    ImageHeader header = image.header();
    if (requests.forgotten(header.request())) {
      return;
    }
    if (!header.preview()) {
      requests.answered(header.request());
    }
    offer(image);
  }

  private void offer(FetchableImage image) {
    long sequence = image.header().request().sequence();
    if (sequence >= offered) {
      offered = sequence;
      outbox.offer(image);
    }
  }

  /** An image did not reach the client: its words need another one. */
  void lost(ImageHeader image) {
    if (!image.preview()) {
      repaint();
    }
  }

  void failed(PaintRequest request, PaintingException failure) {
    if (requests.forgotten(request)) {
      return;
    }
    requests.answered(request);
    repaint();
    output.failed(request.revision(), failure.code(), failure.answer());
  }

  /**
   * Shows the last image of an earlier connection.
   *
   * @return whether it is the settled image of the newest words
   */
  boolean showAgain(PaintedImage image, Edit edit, SessionSettings settings) {
    PaintRequest before = image.header().request();
    PaintRequest again =
        requests.number(before.revision(), before.plan(), before.image(), edit.receivedAtNanos());
    PaintSpec spec = spec(edit, settings);
    offer(image.answering(again).fetchable());
    if (image.header().settled() && before.image().equals(spec.settle(profile.plans()))) {
      painted = spec;
      settled = true;
    }
    return settled;
  }

  /** Whether the images of all commits and settles have reached the client. */
  boolean idle() {
    return requests.nothingOutstanding() && outbox.empty();
  }

  @Override
  public void close() {
    requests.close();
  }
}
