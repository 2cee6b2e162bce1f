package dev.lukis.dispatch;

import dev.lukis.image.ImageSpec;
import dev.lukis.painting.Plan;
import dev.lukis.pipeline.ConditioningCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A denoising loop on a scripted pipeline, and the sessions around it. */
final class LoopFixture {
  final ScriptedPipeline pipeline;
  final DispatchStatistics statistics = new DispatchStatistics();
  final DenoisingLoop loop;

  long now;

  LoopFixture(SupersessionPolicy policy, int batchCap) {
    this(policy, batchCap, new ScriptedPipeline(), 1);
  }

  /**
   * @param previewAhead how many steps have to follow a preview
   */
  LoopFixture(
      SupersessionPolicy policy, int batchCap, ScriptedPipeline pipeline, int previewAhead) {
    this.pipeline = pipeline;
    DispatchSettings settings =
        new DispatchSettings(policy, batchCap, Duration.ofMillis(700), Duration.ofMillis(3000));
    ConditioningCache conditionings = new ConditioningCache(pipeline, 1 << 20);
    loop =
        new DenoisingLoop(
            pipeline,
            conditionings,
            settings,
            batchCap,
            previewAhead,
            statistics,
            DispatchObserver.NONE,
            () -> now);
  }

  /** One turn, for which the clock goes on. */
  boolean turn(long millis) {
    now += millis * 1_000_000;
    return loop.turn();
  }

  FakeSession session() {
    return session(new Mailbox(() -> {}, statistics));
  }

  FakeSession session(Mailbox mailbox) {
    FakeSession session = new FakeSession(mailbox);
    loop.add(new SessionSlot(session.mailbox, session));
    return session;
  }

  void turnUntilIdle() {
    for (int i = 0; turn(10); i++) {
      if (i > 10_000) {
        throw new AssertionError("the loop does not come to rest");
      }
    }
  }

  /** A session that writes down what it was shown. */
  static final class FakeSession implements GenerationListener {
    final Mailbox mailbox;
    final List<GeneratedImage> images = new ArrayList<>();
    final List<GenerationRequest> failures = new ArrayList<>();
    private long sequence;

    FakeSession(Mailbox mailbox) {
      this.mailbox = mailbox;
    }

    boolean ask(long revision, Plan plan, String prompt) {
      return ask(revision, plan, prompt, plan == Plan.DRAFT ? 2 : 8);
    }

    /** A draft of eight steps. */
    boolean longDraft(long revision, String prompt) {
      return ask(revision, Plan.DRAFT, prompt, 8);
    }

    private boolean ask(long revision, Plan plan, String prompt, int steps) {
      ImageSpec image = new ImageSpec(prompt, "", 1, 128, 128, steps, 1);
      return mailbox.offer(new GenerationRequest(++sequence, revision, plan, image, 0));
    }

    boolean draft(long revision) {
      return ask(revision, Plan.DRAFT, "words " + revision);
    }

    List<Long> revisions() {
      return images.stream().map(image -> image.request().revision()).toList();
    }

    List<Long> finishedRevisions() {
      return images.stream()
          .filter(image -> !image.preview())
          .map(image -> image.request().revision())
          .toList();
    }

    @Override
    public void onImage(GeneratedImage image) {
      images.add(image);
    }

    @Override
    public void onFailure(GenerationRequest request, RuntimeException cause) {
      failures.add(request);
    }
  }
}
