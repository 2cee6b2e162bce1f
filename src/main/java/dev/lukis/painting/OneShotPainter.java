package dev.lukis.painting;

import dev.lukis.image.ImageSpec;
import dev.lukis.safety.PromptJudge;
import dev.lukis.safety.Safety.Verdict;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * Paints single images for programs. Each image has a channel of its own, so that programs share
 * the device with people who type by the same rules. At most a fixed number are under way; more are
 * refused, never queued. Thread-safe.
 */
public final class OneShotPainter {
  private final Painter painter;
  private final PromptJudge safety;
  private final Consumer<ImageSpec> limits;
  private final Semaphore room;

  /**
   * @param safety judges prompts
   * @param limits throws a {@link PaintingException} if a specification is out of range
   * @param most images under way at the same time
   */
  public OneShotPainter(Painter painter, PromptJudge safety, Consumer<ImageSpec> limits, int most) {
    this.painter = painter;
    this.safety = safety;
    this.limits = limits;
    this.room = new Semaphore(most);
  }

  /**
   * Paints an image. Painting begins with the subscription; cancelling the subscription cancels it.
   *
   * @return previews, of which a slow subscriber misses some, then the finished image. Fails with a
   *     {@link PaintingException}: blocked words or image, a value out of range, too many images
   *     under way, or a failure of the model.
   */
  public Multi<PaintedImage> paint(OneShotRequest request) {
    return Multi.createFrom()
        .emitter(emitter -> begin(request, emitter), BackPressureStrategy.BUFFER);
  }

  /** Like {@link #paint}, without previews. */
  public Uni<PaintedImage> paintFinished(OneShotRequest request) {
    return paint(request).filter(image -> !image.header().preview()).toUni();
  }

  private void begin(OneShotRequest request, MultiEmitter<? super PaintedImage> emitter) {
    try {
      check(request.image());
    } catch (PaintingException e) {
      emitter.fail(e);
      return;
    }
    if (!room.tryAcquire()) {
      emitter.fail(
          new PaintingException(
              PaintingException.TOO_MANY, "images: too many under way (expected: fewer; retry)"));
      return;
    }
    OneShotTask task = new OneShotTask(request.format(), emitter);
    PaintingChannel channel = painter.open(task);
    emitter.onTermination(
        () -> {
          channel.close();
          task.close();
          room.release();
        });
    Plan plan = request.urgent() ? Plan.DRAFT : Plan.SETTLE;
    channel.offer(new PaintRequest(1, 1, plan, request.image(), System.nanoTime()));
  }

  private void check(ImageSpec image) {
    limits.accept(image);
    if (image.prompt().isBlank()) {
      throw new PaintingException(
          PaintingException.OUT_OF_RANGE, "prompt: blank (expected: words to paint)");
    }
    if (safety.judge(image.prompt()) != Verdict.CLEAN) {
      throw new PaintingException(
          PaintingException.PROMPT_BLOCKED, "These words are not painted on this server.");
    }
  }
}
